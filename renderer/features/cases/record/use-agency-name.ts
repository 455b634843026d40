import type { AgencyId } from '#domain/ids.ts'
import { useApiQuery } from '../../../api.ts'

/** The name of an agency of the team, one that has left included; empty while the agencies are being loaded. */
export function useAgencyName(): (id: AgencyId) => string {
  const agencies = useApiQuery('agencies.list', { includeArchived: true }).data ?? []
  return (id) => agencies.find((agency) => agency.id === id)?.name ?? ''
}
