import type { DuplicatePair } from '#domain/people/alike-people.ts'
import type { PersonRecord } from '#domain/people/person-record.ts'
import { useApiQuery } from '../../api.ts'
import { evidenceWords } from '../../i18n/evidence-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { MergeForm } from './merge-form.tsx'
import classes from './people.module.css'

type Props = {
  readonly pair: DuplicatePair
  readonly mayEdit: boolean
  readonly onClose: () => void
  readonly onMerged: (mergeId: number) => void
  readonly onApart: () => void
}

/** Two records side by side, and what is done about them: one record, or told apart. */
export function ComparePanel({ pair, mayEdit, onClose, onMerged, onApart }: Props) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const one = useApiQuery('people.get', { id: pair.one.id })
  const other = useApiQuery('people.get', { id: pair.other.id })
  const [left, right] = [one.data?.person, other.data?.person]
  const rows: readonly (readonly [string, (person: PersonRecord) => string])[] = [
    [t('person.dateOfBirth'), ({ dateOfBirth }) => (dateOfBirth === null ? '' : format.date(dateOfBirth))],
    [t('people.aliases'), ({ details }) => details.aliases.join(', ')],
    [
      t('person.address'),
      ({ address, details }) => [address, ...details.otherAddresses.map(({ text }) => text)].filter(Boolean).join(' · '),
    ],
    [t('person.phone'), ({ phone, details }) => [phone, ...details.otherPhones.map(({ number }) => number)].filter(Boolean).join(' · ')],
    [t('people.identifiers'), ({ details }) => details.identifiers.map(({ value }) => value).join(', ')],
    [t('people.language'), ({ details }) => details.language],
  ]
  return (
    <SidePanel title={t('people.alike.compare')} width={520} onClose={onClose}>
      <div className={classes.compare}>
        <p>{evidenceWords(pair.evidence, t, format)}</p>
        {left && right ? (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('person.name')}</th>
                <td>
                  <PersonName name={left.name} />
                </td>
                <td>
                  <PersonName name={right.name} />
                </td>
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, textOf]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{areShown ? textOf(left) : '…'}</td>
                  <td>{areShown ? textOf(right) : '…'}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('people.alike.column.cases')}</th>
                {[pair.one, pair.other].map((each) => (
                  <td key={each.id}>
                    {format.list(
                      each.appearances.map(({ reference, role }) => t('people.inCase', { reference, role: t(`people.role.${role}`) })),
                    )}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        ) : (
          <RefusalNotice error={one.error ?? other.error} />
        )}
        {mayEdit && left && right ? <MergeForm left={left} right={right} onMerged={onMerged} onApart={onApart} /> : null}
      </div>
    </SidePanel>
  )
}
