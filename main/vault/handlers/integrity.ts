import { openClockDoubt } from '#db'
import { accept } from '#domain/refusal.ts'
import type { Context } from '../context.ts'
import { type Handlers, staged } from '../handler.ts'
import type { StoreFiles } from '../keeping/store-files.ts'

function filesOf({ files }: Context): StoreFiles {
  if (!files) throw new Error('these rows have no files')
  return files
}

export const integrityHandlers: Handlers<'integrity'> = {
  state: (_db, _input, context) => {
    const files = filesOf(context)
    return accept({
      pages: files.pages.state(),
      history: files.history(),
      mustDecide: files.mustDecide(),
      isWitnessBehind: files.witness.isBehind(),
    })
  },
  check: staged(
    async (_db, _input, context) => accept(await filesOf(context).pages.check()),
    (_db, pages) => accept(pages),
  ),
  goOn: (_db, _input, context) => {
    filesOf(context).acceptHistory()
    return accept(null)
  },
  clock: (db) => accept(openClockDoubt(db)),
  confirmClock: () => accept(null),
}
