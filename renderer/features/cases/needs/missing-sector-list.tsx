import { missingSectors } from '#domain/record/contact-map.ts'
import { referencesOf } from '#domain/record/references.ts'
import { useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import classes from './needs.module.css'

/** The sectors of the team that neither meet anybody of the case, nor referred it, nor promised or hold anything in it. */
export function MissingSectorList({ detail, record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const agencies = useApiQuery('agencies.list', { includeArchived: false }).data
  if (agencies === undefined) return null
  const involved = [
    ...detail.actions.map(({ agencyId }) => agencyId),
    ...detail.referrals.map(({ sourceAgencyId }) => sourceAgencyId),
    ...record.entries.flatMap(({ content, provenance }) => referencesOf(content, provenance).agencies),
  ]
  const missing = missingSectors(record.entries, agencies, involved)
  if (missing.length === 0) return <p className={classes.dim}>{t('contacts.missing.none')}</p>
  return (
    <ul className={classes.missing}>
      {missing.map(({ sector, agencies: ofSector }) => (
        <li key={sector}>
          {t('contacts.missing.sector', { sector: t(`sector.${sector}`), agencies: format.list(ofSector.map(({ name }) => name)) })}
        </li>
      ))}
    </ul>
  )
}
