import { usualStaleDays } from '#domain/risk/staleness.ts'
import { useApiQuery } from '../../api.ts'

/** The days after which the team holds an assessment to be old. */
export function useStaleDays(): number {
  return useApiQuery('settings.get').data?.assessmentStaleDays ?? usualStaleDays
}
