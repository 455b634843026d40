import { type Tie, TieDraft } from '#domain/people/tie.ts'
import { useEffect, useRef } from 'react'
import { call } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import classes from './people.module.css'
import { TieFields } from './tie-fields.tsx'
import { useSaver } from './use-saver.ts'

const draftOf = ({ role, side, isSafeToTalkTo, livesWith, note }: Tie): TieDraft => ({ role, side, isSafeToTalkTo, livesWith, note })

/** How somebody is tied to the case, saved as it is chosen. */
export function TieForm({ tie }: { readonly tie: Tie }) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const { state, change, flush, take, saveOver } = useSaver<TieDraft>({
    draftKey: `tie:${String(tie.caseId)}-${String(tie.id)}`,
    id: tie.id,
    version: tie.version,
    fresh: draftOf(tie),
    form,
    save: (typed, version) => call('people.changeTie', { caseId: tie.caseId, tieId: tie.id, version, tie: typed }),
    restore: (stored) => TieDraft.safeParse(stored).data ?? null,
  })
  const isClean = state?.status === 'idle' || state?.status === 'saved'
  const isNewer = isClean && tie.version > state.place.version
  useEffect(() => {
    if (isNewer) take(draftOf(tie), tie.version)
  }, [isNewer, take, tie])
  if (state === null) return null
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void flush()
      }}
    >
      {state.status === 'conflict' ? (
        <ConflictNotice onTake={() => take(draftOf(tie), tie.version)} onKeep={() => saveOver(tie.version)} />
      ) : null}
      <TieFields value={state.form} change={change} />
      {state.status === 'refused' ? <RefusalNotice error={state.error} onRetry={() => void flush()} /> : null}
      <p role="status" className={classes.dim}>
        {t(`record.status.${state.status}`)}
      </p>
    </form>
  )
}
