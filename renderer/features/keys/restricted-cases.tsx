import type { KeyHolder } from '#contract'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './keys.module.css'

/** The restricted cases beside the people with access, and whom each is hidden from: somebody new finds all of them. Nothing where there are none. */
export function RestrictedCases({ holders }: { readonly holders: readonly KeyHolder[] }) {
  const t = useT()
  const format = useFormat()
  const { data, error } = useApiQuery('restrictions.list')
  if (error !== null) return <RefusalNotice error={error} />
  if (data === undefined || data.length === 0) return null
  return (
    <section className={classes.section}>
      <h2>{t('restriction.overview')}</h2>
      <p className={classes.quiet}>{t('restriction.overview.text')}</p>
      <ul className={classes.holders}>
        {data.map(({ caseId, reference, slotIds }) => {
          const names = holders.filter(({ slotId }) => slotIds.includes(slotId)).map(({ name, role }) => name || t(`role.${role}`))
          return (
            <li key={caseId} className={classes.holder}>
              <Link className={classes.name} to="/cases/$caseId" params={{ caseId }} search={{ tab: 'sharing' }}>
                {reference}
              </Link>
              <span className={classes.role}>
                {names.length === 0 ? t('restriction.overview.fromNobody') : t('restriction.overview.from', { names: format.list(names) })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
