import { dropWording, findWording, keepWording, listWordings } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import { wordingProblems } from '#domain/risk/wording.ts'
import type { Handlers } from '../handler.ts'

export const riskHandlers: Handlers<'risk'> = {
  wordings: (db) => accept(listWordings(db)),
  wording: (db, version) => accept(findWording(db, version) ?? null),
  saveWording: (db, draft, { now, actor }) => {
    const fields = wordingProblems(draft)
    if (fields.length > 0) return refuse({ code: 'invalidInput', fields })
    keepWording(db, draft, { at: now, by: actor })
    return accept(null)
  },
  removeWording: (db, version) => (dropWording(db, version) ? accept(null) : refuse({ code: 'notFound', what: 'wording' })),
}
