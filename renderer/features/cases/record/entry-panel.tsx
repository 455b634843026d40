import type { EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/record/entry.ts'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useApiCommand } from '../../../api.ts'
import { fieldWords } from '../../../i18n/refusal-words.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalError } from '../../../refusal-error.ts'
import { fieldId } from '../../../ui/form-field.ts'
import { PrivateFields } from '../../../ui/private-fields.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { EntryConflict } from './entry-conflict.tsx'
import { useEntryEditor } from './entry-editor.ts'
import { EntryFields } from './entry-fields.tsx'
import { type EntryForm, entryForm, readEntryForm, withPart } from './entry-form.ts'
import { ProvenanceFields } from './provenance-fields.tsx'
import { asksForReason, LoweringReason } from './lowering-reason.tsx'
import classes from './record.module.css'
import { SavedLine } from './saved-line.tsx'
import { useEntrySaver } from './use-entry-saver.ts'

const formName = 'entry'

type Props = CaseTabProps & {
  readonly id: EntryId | null
  /** What the form starts from where there is no entry yet. */
  readonly fresh: EntryForm
  readonly onClose: () => void
  readonly onRemoved: (entry: Entry) => void
}

/** One entry of the record in a form that saves itself; what it cannot save it keeps as a draft. */
export function EntryPanel({ detail, record, id, fresh, onClose, onRemoved }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const stored = record.entries.find((entry) => entry.id === id)
  const saver = useEntrySaver({
    caseId: detail.id,
    id,
    fresh: stored === undefined ? fresh : entryForm(stored),
    version: stored?.version ?? 0,
    form,
  })
  const remove = useApiCommand('record.remove')
  const { kind } = fresh.content
  const { mayEdit } = useEntryEditor()
  const { form: value, place, status, error } = saver.state
  const now = record.entries.find((entry) => entry.id === place.id)

  // An undo changed or removed it while it is open.
  const isClean = status === 'idle' || status === 'saved'
  const isGone = isClean && place.id !== null && now === undefined
  const newer = isClean && now !== undefined && now.version > place.version ? now : null
  const { take } = saver
  useEffect(() => {
    if (newer !== null) take(newer)
  }, [newer, take])
  // What was just saved may be known here before the record is read anew: only what has stood there can have gone from it.
  const stood = useRef(id)
  const placeId = place.id
  useEffect(() => {
    if (now !== undefined) stood.current = now.id
    if (isGone && stood.current === placeId) onClose()
  }, [now, isGone, placeId, onClose])

  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), [])

  const { problems } = readEntryForm(value, { caseId: detail.id, id: null, version: 0 })
  const refused = error instanceof RefusalError && error.refusal.code === 'invalidInput' ? error.refusal.fields : []
  const shown = status === 'incomplete' ? (problems ?? []) : status === 'refused' ? refused : []
  const errorAt = (path: string) => {
    const found = shown.find((problem) => problem.path === path)
    return found === undefined ? null : fieldWords(found, t)
  }
  function takeOut(loweringReason: string): void {
    if (now === undefined) return
    saver.forget()
    remove.mutate({ caseId: detail.id, id: now.id, version: now.version, loweringReason }, { onSuccess: () => onRemoved(now) })
  }
  const idOf = (path: string) => fieldId(formName, path)

  return (
    <SidePanel isForm title={t(`record.kind.${kind}`)} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void saver.flush()
        }}
      >
        {status === 'conflict' ? (
          <EntryConflict
            detail={detail}
            mine={value}
            stored={now ?? null}
            onKeepMine={() => void saver.saveOver(now)}
            onTakeTheirs={() => (now === undefined ? onClose() : take(now))}
          />
        ) : null}
        <fieldset disabled={!mayEdit} className={classes.plain}>
          <PrivateFields>
            <EntryFields
              detail={detail}
              record={record}
              entryId={now?.id ?? null}
              value={value.content}
              set={(part) => saver.change((before) => ({ ...before, content: withPart(before.content, part) }))}
              errorOf={(path) => errorAt(`content.${path}`)}
              idOf={idOf}
            />
            <ProvenanceFields
              value={value.provenance}
              set={(part) => saver.change((before) => ({ ...before, provenance: { ...before.provenance, ...part } }))}
              errorOf={errorAt}
              idOf={idOf}
            />
          </PrivateFields>
        </fieldset>
        {asksForReason(error) && status !== 'saved' ? (
          <LoweringReason isPending={status === 'saving'} onGiven={(reason) => void saver.saveLower(reason)} />
        ) : status === 'refused' && shown.length === 0 ? (
          <RefusalNotice error={error} onRetry={() => void saver.flush()} />
        ) : null}
        {asksForReason(remove.error) ? (
          <LoweringReason isPending={remove.isPending} onGiven={takeOut} />
        ) : (
          <RefusalNotice error={remove.error} />
        )}
        <div className={classes.foot}>
          <SavedLine status={mayEdit ? status : null} entry={now ?? null} />
          {now === undefined || !mayEdit ? null : (
            <Button size="xs" variant="default" loading={remove.isPending} onClick={() => takeOut('')}>
              {t('record.remove')}
            </Button>
          )}
        </div>
      </form>
    </SidePanel>
  )
}
