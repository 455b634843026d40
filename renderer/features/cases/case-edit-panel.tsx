import type { CaseDetail } from '#domain/case.ts'
import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChildrenFields } from '../../ui/children-fields.tsx'
import { fieldId, focusField } from '../../ui/form-field.ts'
import { PersonFields } from '../../ui/person-fields.tsx'
import { PrivateFields } from '../../ui/private-fields.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SafeContactFields } from '../../ui/safe-contact-fields.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { today } from '../../ui/today.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { CaseConflict } from './case-conflict.tsx'
import { type CaseForm, caseForm, type CaseProblem, readCaseForm, restoreCaseForm } from './case-form.ts'
import classes from './case.module.css'

const form = 'case'

type Props = { readonly detail: CaseDetail; readonly onClose: () => void; readonly onSaved: () => void; readonly onRefused: () => void }

/** Corrects the people, the children and the safe contact of a case. What is typed is kept until it is saved; nothing newer is overwritten unasked. */
export function CaseEditPanel({ detail, onClose, onSaved, onRefused }: Props) {
  const t = useT()
  const stored = caseForm(detail)
  const draft = useDraft(`case:${detail.id}`, stored, restoreCaseForm)
  const [isTried, setTried] = useState(false)
  const formElement = useRef<HTMLFormElement>(null)
  const save = useApiCommand('cases.change', {
    onDone: () => {
      void draft.discard()
      onSaved()
    },
  })
  const { value } = draft
  const { problems } = readCaseForm(value, { id: detail.id, today: today() })
  const errorOf = (path: string) => {
    const problem = isTried ? problems.get(path) : undefined
    return problem === undefined ? null : problemWords(problem)
  }
  // Not the refusal alone: a draft of yesterday over a record of today is a conflict before it is sent.
  const isConflict = draft.isReady && value.version !== stored.version
  const change = (part: Partial<CaseForm>) => draft.set((now) => ({ ...now, ...part }))

  function problemWords(problem: CaseProblem): string {
    return problem === 'samePerson' || problem === 'fewerThanListed' ? t(`referrals.problem.${problem}`) : t(`fieldProblem.${problem}`)
  }

  function send(wanted: CaseForm): void {
    setTried(true)
    const read = readCaseForm(wanted, { id: detail.id, today: today() })
    const [first] = read.problems.keys()
    if (read.change !== null) save.mutate(read.change, { onError: onRefused })
    else if (first !== undefined) setTimeout(() => focusField(form, first))
  }

  // By the form's own event, so that a date that cannot be read holds it.
  const sendForm = () => formElement.current?.requestSubmit()
  useScreenKeys([{ keys: 'mod+Enter', label: t('ui.save'), run: sendForm }])

  return (
    <SidePanel isForm title={t('case.edit.title', { reference: detail.reference })} width={560} onClose={onClose}>
      {draft.isReady ? (
        <form
          ref={formElement}
          id={form}
          noValidate
          className={classes.edit}
          onSubmit={(event) => {
            event.preventDefault()
            send(value)
          }}
        >
          {draft.isRestored && !isConflict ? (
            <p className={classes.dim}>
              {t('ui.draftRestored')}{' '}
              <Button size="compact-xs" variant="default" onClick={() => void draft.discard()}>
                {t('ui.draftDiscard')}
              </Button>
            </p>
          ) : null}
          {isConflict ? (
            <CaseConflict
              mine={value}
              stored={stored}
              onKeepMine={() => {
                const mine = { ...value, version: stored.version }
                draft.set(mine)
                send(mine)
              }}
              onTakeTheirs={() => {
                save.reset()
                void draft.discard()
              }}
            />
          ) : null}
          <PrivateFields>
            <SafeContactFields
              form={form}
              value={value.safeContact}
              errorOf={errorOf}
              onChange={(safeContact) => change({ safeContact })}
            />
            <PersonFields form={form} party="victim" value={value.victim} errorOf={errorOf} onChange={(victim) => change({ victim })} />
            <PersonFields
              form={form}
              party="perpetrator"
              value={value.perpetrator}
              errorOf={errorOf}
              onChange={(perpetrator) => change({ perpetrator })}
            />
            <TextInput
              id={fieldId(form, 'relationship')}
              label={t('referrals.relationship')}
              value={value.relationship}
              error={errorOf('relationship')}
              autoComplete="off"
              onChange={(event) => change({ relationship: event.currentTarget.value })}
            />
            <ChildrenFields form={form} value={value.children} errorOf={errorOf} onChange={(children) => change({ children })} />
          </PrivateFields>
          {isConflict ? null : <RefusalNotice error={save.error} />}
          <div className={classes.buttons}>
            <Button type="submit" loading={save.isPending} disabled={isConflict}>
              {t('ui.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('frame.close')}
            </Button>
          </div>
        </form>
      ) : null}
    </SidePanel>
  )
}
