import type { ImportReview, ReviewedRow, RowDuplicate } from '#contract'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import classes from './imports.module.css'
import { type ComparedPair, type ComparedPerson, pairOfRow } from './pair-of-row.ts'

type Props = { readonly review: ImportReview; readonly row: ReviewedRow; readonly duplicate: RowDuplicate }

/** The two people of a row above those that they may be, with their dates of birth: what the decision is made by. */
export function ComparedPairs({ review, row, duplicate }: Props) {
  const t = useT()
  const known = useKnownPair(duplicate.caseReference)
  const other = review.rows.find(({ number }) => number === duplicate.withRow)
  const there = other === undefined ? known : pairOfRow(other)
  if (there === null) return null
  const name = duplicate.caseReference ?? t('imports.row', { number: duplicate.withRow ?? '' })
  return (
    <dl className={classes.others}>
      <PairLine name={t('imports.row', { number: row.number })} pair={pairOfRow(row)} />
      <PairLine name={name} pair={there} />
    </dl>
  )
}

/** The two people of a case of the records, by its reference; null while they are asked for. */
function useKnownPair(reference: string | null): ComparedPair | null {
  const format = useFormat()
  const found = useApiQuery('cases.list', { search: reference ?? '', limit: 1 }, { enabled: reference !== null }).data?.rows[0]
  const detail = useApiQuery('cases.get', { id: found?.id ?? 0 }, { enabled: found !== undefined && found.reference === reference }).data
  if (detail === undefined) return null
  const person = (party: 'victim' | 'perpetrator') => ({
    name: detail[party].name,
    born: detail[party].dateOfBirth === null ? '' : format.date(detail[party].dateOfBirth),
  })
  return { victim: person('victim'), perpetrator: person('perpetrator') }
}

function PairLine({ name, pair }: { readonly name: string; readonly pair: ComparedPair }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Person person={pair.victim} />
      </dd>
      <dd>
        <Person person={pair.perpetrator} />
      </dd>
    </div>
  )
}

function Person({ person }: { readonly person: ComparedPerson }) {
  const t = useT()
  const { areShown } = useNames()
  return (
    <>
      <PersonName name={person.name} />
      <span className={classes.dim}>
        {' '}
        {person.born === '' ? t('imports.duplicate.noBirth') : areShown ? person.born : t('imports.column.samplesHidden')}
      </span>
    </>
  )
}
