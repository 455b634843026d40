import type { CaseId } from '#domain/ids.ts'
import type { PersonInCase, Tie } from '#domain/people/tie.ts'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { call, useApiCommand } from '../../../api.ts'
import { fieldWords } from '../../../i18n/refusal-words.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { PrivateFields } from '../../../ui/private-fields.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { EqualityFields } from './equality-fields.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { MoreFields } from './more-fields.tsx'
import classes from './people.module.css'
import { personForm, readPersonForm, restorePersonForm } from './person-form.ts'
import { ReachFields } from './reach-fields.tsx'
import { TieForm } from './tie-form.tsx'
import { useSaver } from './use-saver.ts'

type Props = {
  readonly caseId: CaseId
  readonly inCase: PersonInCase
  /** Null for the victim and the perpetrator. */
  readonly tie: Tie | null
  readonly onClose: () => void
  readonly onRemoved: () => void
}

/** Everything about one person of the case, saved as it is typed. */
export function PersonPanel({ caseId, inCase: { person }, tie, onClose, onRemoved }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const isParty = tie === null
  const { state, change, flush, take, saveOver, forget } = useSaver({
    draftKey: `person:${String(caseId)}-${String(person.id)}`,
    id: person.id,
    version: person.version,
    fresh: personForm(person),
    form,
    save: (typed, version) => {
      const { content } = readPersonForm(typed, { isParty })
      return content === null ? null : call('people.save', { id: person.id, version, caseId, content })
    },
    restore: restorePersonForm,
  })
  const remove = useApiCommand('people.removeTie', { onDone: onRemoved })
  const isClean = state?.status === 'idle' || state?.status === 'saved'
  const isNewer = isClean && person.version > state.place.version
  useEffect(() => {
    if (isNewer) take(personForm(person), person.version)
  }, [isNewer, take, person])
  if (state === null) return null

  const refused = state.error instanceof RefusalError && state.error.refusal.code === 'invalidInput' ? state.error.refusal.fields : []
  const shown = state.status === 'incomplete' ? readPersonForm(state.form, { isParty }).problems : state.status === 'refused' ? refused : []
  const errorOf = (path: string) => {
    const found = shown.find((problem) => problem.path === path || problem.path === `content.${path}`)
    return found === undefined ? null : fieldWords(found, t)
  }
  const fields = { value: state.form, change, errorOf }
  return (
    <SidePanel title={t('people.edit.button')} width={480} onClose={onClose}>
      {tie === null ? null : <TieForm tie={tie} />}
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
          <ConflictNotice onTake={() => take(personForm(person), person.version)} onKeep={() => saveOver(person.version)} />
        ) : null}
        <PrivateFields>
          <IdentityFields {...fields} />
          <ReachFields {...fields} />
          <MoreFields {...fields} />
          <EqualityFields {...fields} />
        </PrivateFields>
        {state.status === 'refused' && shown.length === 0 ? <RefusalNotice error={state.error} onRetry={() => void flush()} /> : null}
        <p role="status" className={classes.dim}>
          {t(`record.status.${state.status}`)}
        </p>
        <RefusalNotice error={remove.error} />
        {tie === null ? null : (
          <Button
            size="xs"
            variant="default"
            className={classes.start}
            loading={remove.isPending}
            onClick={() => {
              forget()
              remove.mutate({ caseId, tieId: tie.id, version: tie.version })
            }}
          >
            {t('people.remove')}
          </Button>
        )}
      </form>
    </SidePanel>
  )
}
