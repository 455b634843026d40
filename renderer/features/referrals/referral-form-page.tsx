import { Button, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type ApiOutput, useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChildrenFields } from '../../ui/children-fields.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { fieldId, focusField } from '../../ui/form-field.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PersonFields } from '../../ui/person-fields.tsx'
import type { PersonForm } from '../../ui/person-form.ts'
import { PrivateFields } from '../../ui/private-fields.tsx'
import { RefusalError } from '../../refusal-error.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SafeContactFields } from '../../ui/safe-contact-fields.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { today } from '../../ui/today.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { KnownPairNotice } from './known-pair-notice.tsx'
import { emptyReferral, readReferral, type ReferralForm, restoreReferral } from './referral-form.ts'
import classes from './referral-form.module.css'
import { referralLabel, referralProblemWords } from './referral-labels.ts'
import { RiskSection } from './risk-section.tsx'
import { SavedReferral } from './saved-referral.tsx'
import { SourceSection } from './source-section.tsx'
import { useKnownPair } from './use-known-pair.ts'

const form = 'referral'

/** Records one referral, on a known case or a new one. What is typed is kept until it is saved. */
export function ReferralFormPage() {
  const t = useT()
  const draft = useDraft('referral:new', { ...emptyReferral, receivedOn: today() }, restoreReferral)
  const { value } = draft
  const found = useKnownPair(value)
  const [isTried, setTried] = useState(false)
  const [cleared, setCleared] = useState<ReferralForm | null>(null)
  const [saved, setSaved] = useState<ApiOutput<'referrals.record'> | null>(null)
  const [round, setRound] = useState(0)
  /** Why it could not be asked whether the two are known. */
  const [notAsked, setNotAsked] = useState<RefusalError | null>(null)
  const isSaving = useRef(false)
  const formElement = useRef<HTMLFormElement>(null)
  /** The question whether the two are known is to have the focus, once it is shown: its search may be slower than the saving. */
  const wantsPair = useRef(false)
  const [, setTries] = useState(0)
  const record = useApiCommand('referrals.record', {
    onDone: (answer) => {
      setSaved(answer)
      setTried(false)
      void draft.discard()
    },
  })
  const serverError = useFieldErrors(record.error)
  const read = readReferral(value, { today: today(), isPairKnown: found.pairs.length > 0 })
  const problems = isTried
    ? [...read.problems].map(([path, problem]) => ({
        path,
        label: referralLabel(path, t),
        words: referralProblemWords(problem, value.riskTool, t),
      }))
    : []
  const errorOf = (path: string) => problems.find((problem) => problem.path === path)?.words ?? serverError(path)

  const change = (part: Partial<ReferralForm>) => draft.set((now) => ({ ...now, ...part }))
  const changePerson = (party: 'victim' | 'perpetrator') => (person: PersonForm) =>
    draft.set((now) => ({ ...now, [party]: person, onCase: person.name === now[party].name ? now.onCase : null }))

  async function save(): Promise<void> {
    if (isSaving.current || saved !== null) return
    setTried(true)
    setNotAsked(null)
    isSaving.current = true
    try {
      const sure = readReferral(value, { today: today(), isPairKnown: await found.askIfKnown() })
      const [firstWrong] = sure.problems.keys()
      if (sure.draft !== null)
        await record.mutateAsync({ draft: sure.draft, caseId: typeof value.onCase === 'number' ? value.onCase : null })
      else if (firstWrong === 'onCase') {
        wantsPair.current = true
        // Drawn once more, for the question may stand there already.
        setTries((tries) => tries + 1)
      } else if (firstWrong !== undefined) setTimeout(() => focusField(form, firstWrong))
    } catch (refused) {
      // That of the recording stands in record.error; without knowing who is known nothing is recorded.
      setNotAsked(refused instanceof RefusalError ? refused : null)
    } finally {
      isSaving.current = false
    }
  }

  useEffect(() => {
    if (!wantsPair.current || found.pairs.length === 0) return
    wantsPair.current = false
    focusField(form, 'onCase')
  })

  function startAfresh(): void {
    void draft.discard()
    setTried(false)
    record.reset()
    setNotAsked(null)
    setRound((now) => now + 1)
  }

  function clear(): void {
    setCleared(value)
    startAfresh()
  }

  // By the form's own event, so that a date that cannot be read holds it.
  const sendForm = () => formElement.current?.requestSubmit()
  useScreenKeys([{ keys: 'mod+Enter', label: t('referrals.key.save'), run: sendForm }])

  if (saved !== null) {
    return (
      <>
        <PageHeader title={t('referrals.title')} />
        <SavedReferral
          saved={saved}
          onAnother={() => {
            setSaved(null)
            setRound((now) => now + 1)
            setTimeout(() => focusField(form, 'sourceAgencyId'))
          }}
        />
      </>
    )
  }

  const sections = { form, value, onChange: change, errorOf }
  return (
    <>
      <PageHeader
        title={t('referrals.title')}
        action={
          <>
            <Button size="xs" variant="default" onClick={clear}>
              {t('referrals.clear')}
            </Button>
            <Button size="xs" loading={record.isPending} onClick={sendForm}>
              {t('referrals.save')}
            </Button>
          </>
        }
      />
      <ErrorSummary form={form} errors={problems} />
      {draft.isRestored ? <p className={classes.restored}>{t('ui.draftRestored')}</p> : null}
      {draft.isReady ? (
        <form
          key={round}
          ref={formElement}
          id={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <PrivateFields>
            <div className={classes.form}>
              <div className={classes.column}>
                <SourceSection {...sections} />
                <PersonFields form={form} party="victim" value={value.victim} errorOf={errorOf} onChange={changePerson('victim')} />
                <PersonFields
                  form={form}
                  party="perpetrator"
                  value={value.perpetrator}
                  errorOf={errorOf}
                  onChange={changePerson('perpetrator')}
                />
                <KnownPairNotice
                  form={form}
                  value={value.onCase}
                  found={found}
                  error={errorOf('onCase')}
                  onChange={(onCase) => change({ onCase })}
                />
                <div className={classes.section}>
                  <TextInput
                    id={fieldId(form, 'relationship')}
                    label={t('referrals.relationship')}
                    description={t('referrals.relationshipHint')}
                    value={value.relationship}
                    error={errorOf('relationship')}
                    autoComplete="off"
                    onChange={(event) => change({ relationship: event.currentTarget.value })}
                  />
                </div>
              </div>
              <div className={classes.column}>
                <ChildrenFields form={form} value={value.children} errorOf={errorOf} onChange={(children) => change({ children })} />
                <SafeContactFields
                  form={form}
                  value={value.safeContact}
                  errorOf={errorOf}
                  onChange={(safeContact) => change({ safeContact })}
                />
                <RiskSection {...sections} />
                <div className={classes.section}>
                  <Textarea
                    id={fieldId(form, 'summary')}
                    label={t('referrals.summary')}
                    description={t('referrals.summaryHint')}
                    value={value.summary}
                    error={errorOf('summary')}
                    autosize
                    minRows={4}
                    maxRows={14}
                    onChange={(event) => change({ summary: event.currentTarget.value })}
                  />
                </div>
                <RefusalNotice error={record.error ?? notAsked} fieldLabel={(path) => referralLabel(path.replace(/^draft\./, ''), t)} />
                <div className={classes.end}>
                  <Button type="submit" loading={record.isPending}>
                    {t('referrals.save')}
                  </Button>
                  <Kbd keys="mod+Enter" />
                </div>
              </div>
            </div>
          </PrivateFields>
        </form>
      ) : null}
      <UndoNotice
        text={cleared === null ? null : t('referrals.cleared')}
        onUndo={() => {
          if (cleared !== null) draft.set(cleared)
          setCleared(null)
        }}
        onDismiss={() => setCleared(null)}
      />
    </>
  )
}
