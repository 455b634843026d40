import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, PersonId } from '#domain/ids.ts'
import { PersonContent } from '#domain/people/person-record.ts'
import { TieDraft } from '#domain/people/tie.ts'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { evidenceWords } from '../../../i18n/evidence-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { PersonName } from '../../../ui/person-name.tsx'
import { PrivateFields } from '../../../ui/private-fields.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { today } from '../../../ui/today.ts'
import classes from './people.module.css'
import { TieFields } from './tie-fields.tsx'
import { useAppearanceWords } from './use-role-words.ts'

type Props = { readonly caseId: CaseId; readonly onClose: () => void; readonly onAdded: (personId: PersonId) => void }

/** Adds somebody to the case; who may be in the records already is offered first, with the reasons. */
export function AddPersonPanel({ caseId, onClose, onAdded }: Props) {
  const t = useT()
  const format = useFormat()
  const appearance = useAppearanceWords()
  const [name, setName] = useState('')
  const [dateOfBirth, setDateOfBirth] = useState<IsoDate | null>(null)
  const [tie, setTie] = useState<TieDraft>(() => TieDraft.parse({ role: 'relative' }))
  const [asked] = useDebouncedValue(name.trim(), 250)
  const likely = useApiQuery('people.findLike', { name: asked, dateOfBirth, exceptCaseId: caseId }, { enabled: asked.length >= 3 })
  const add = useApiCommand('people.addTie', { onDone: ({ personId }) => onAdded(personId) })
  const found = asked.length >= 3 ? (likely.data ?? []) : []
  return (
    <SidePanel isForm title={t('people.add.title')} width={480} onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ caseId, person: { kind: 'new', content: PersonContent.parse({ name, dateOfBirth }) }, tie })
        }}
      >
        <PrivateFields>
          <div className={classes.pair}>
            <TextInput
              label={t('person.name')}
              autoComplete="off"
              maxLength={160}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <DateField label={t('person.dateOfBirth')} value={dateOfBirth} max={today()} twoDigitYears="birth" onChange={setDateOfBirth} />
          </div>
        </PrivateFields>
        {found.length === 0 ? null : (
          <section className={classes.likely} aria-live="polite">
            <h3>{t('people.isSame')}</h3>
            <p className={classes.dim}>{t('people.isSame.hint')}</p>
            <ul className={classes.lines}>
              {found.map((person) => (
                <li key={person.id} className={classes.row}>
                  <span>
                    <PersonName name={person.name} />
                    {person.dateOfBirth === null ? null : ` · ${t('case.born', { date: format.date(person.dateOfBirth) })}`}
                  </span>
                  <span className={classes.dim}>{format.list(person.appearances.map(appearance))}</span>
                  <span>{evidenceWords(person.evidence, t, format)}</span>
                  <Button
                    size="compact-xs"
                    variant="default"
                    className={classes.start}
                    onClick={() => add.mutate({ caseId, person: { kind: 'known', personId: person.id }, tie })}
                  >
                    {t('people.add.known')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <TieFields value={tie} change={(part) => setTie((before) => ({ ...before, ...part }))} />
        <RefusalNotice error={add.error} />
        <Button type="submit" size="xs" className={classes.start} loading={add.isPending}>
          {t('people.add.button')}
        </Button>
      </form>
    </SidePanel>
  )
}
