import type { CaseId } from '#domain/ids.ts'
import type { TiedPerson } from '#domain/people/tie.ts'
import { Fragment } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { PersonName } from '../../ui/person-name.tsx'
import classes from './case.module.css'

/** Who round her it is safe to talk to, and who it is not; of whom nobody has said, nothing is said. */
export function SafeTalkLine({ caseId }: { readonly caseId: CaseId }) {
  const t = useT()
  const ties = useApiQuery('people.ofCase', { caseId }).data?.ties ?? []
  const safe = ties.filter(({ tie }) => tie.isSafeToTalkTo === 'yes')
  const unsafe = ties.filter(({ tie }) => tie.isSafeToTalkTo === 'no')
  return (
    <>
      {unsafe.length === 0 ? null : (
        <p className={classes.high}>
          <span aria-hidden>⊘ </span>
          {t('voice.notSafeToTalkTo')} <Names people={unsafe} />
        </p>
      )}
      {safe.length === 0 ? null : (
        <p className={`${classes.oneLine} ${classes.extra}`}>
          <span className={classes.dim}>{t('voice.safeToTalkTo')}</span> <Names people={safe} />
        </p>
      )}
    </>
  )
}

/** So many names have room; the tab of the people has them all. */
const shownNames = 3

function Names({ people }: { readonly people: readonly TiedPerson[] }) {
  const t = useT()
  return (
    <>
      {people.slice(0, shownNames).map(({ person, tie }, index) => (
        <Fragment key={tie.id}>
          {index === 0 ? '' : ', '}
          <PersonName name={person.name} />
        </Fragment>
      ))}
      {people.length > shownNames ? ` ${t('due.more', { count: people.length - shownNames })}` : ''}
    </>
  )
}
