import type { Agency } from '#domain/agency.ts'
import { useMemo } from 'react'
import { useT } from '../../i18n/use-t.ts'
import type { Column } from '../../ui/table-columns.ts'
import { type AgencySort, peopleWith } from './agency-list.ts'
import classes from './agencies.module.css'

/** The columns of the table of agencies. */
export function useAgencyColumns(): readonly Column<Agency, AgencySort>[] {
  const t = useT()
  return useMemo(() => {
    const orNone = (text: string) => (text === '' ? <span className={classes.quiet}>{t('agencies.none')}</span> : text)
    return [
      {
        id: 'name',
        header: t('agencies.name'),
        width: 'minmax(200px, 2fr)',
        sort: 'name',
        cell: (agency) => (agency.isArchived ? `${agency.name} (${t('agencies.archived')})` : agency.name),
      },
      {
        id: 'sector',
        header: t('agencies.sector'),
        width: 'minmax(140px, 1fr)',
        sort: 'sector',
        cell: (agency) => t(`sector.${agency.sector}`),
      },
      { id: 'core', header: t('agencies.core'), width: '112px', cell: (agency) => (agency.isCore ? `✓ ${t('agencies.core.yes')}` : '') },
      {
        id: 'representative',
        header: t('agencies.representative'),
        width: 'minmax(140px, 1fr)',
        cell: (agency) => orNone(peopleWith(agency, 'representative')),
      },
      { id: 'deputy', header: t('agencies.deputy'), width: 'minmax(140px, 1fr)', cell: (agency) => orNone(peopleWith(agency, 'deputy')) },
    ]
  }, [t])
}
