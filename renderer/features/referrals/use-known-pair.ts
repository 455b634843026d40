import type { IsoDate } from '#domain/dates.ts'
import { nameKey } from '#domain/person.ts'
import { judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { type ApiOutput, useApiQuery } from '../../api.ts'
import type { ReferralForm } from './referral-form.ts'

export type KnownPair = ApiOutput<'referrals.findCases'>[number]

type Found = {
  /** Cases of the names as they stand in the form, the certain ones first. */
  readonly pairs: readonly KnownPair[]
  readonly isKnownForSure: boolean
  /** The case that the referral will be added to. */
  readonly joined: KnownPair | null
  /** What the referral will be judged; null while a date or the case's history is wanting. */
  readonly verdict: RepeatVerdict | null
}

/** Whether the two people of the form are known, and whether the referral is a repeat by what is there. */
export function useKnownPair(form: ReferralForm): Found {
  const names = { victimName: form.victim.name.trim(), perpetratorName: form.perpetrator.name.trim() }
  const [asked] = useDebouncedValue(names, 250)
  const isAsking = nameKey(asked.victimName).length > 1 && nameKey(asked.perpetratorName).length > 1
  const found = useApiQuery('referrals.findCases', asked, { enabled: isAsking, keepsPrevious: true }).data
  const pairs = isAsking ? (found ?? []).toSorted((a, b) => Number(b.match === 'certain') - Number(a.match === 'certain')) : []
  const joined = pairs.find(({ caseId }) => caseId === form.onCase) ?? null
  const known = useApiQuery('cases.get', { id: joined?.caseId ?? 0 }, { enabled: joined !== null }).data
  return {
    pairs,
    isKnownForSure: pairs.some(({ match }) => match === 'certain'),
    joined,
    verdict: verdictOf(form.incidentOn ?? form.receivedOn, joined === null ? [] : known?.referrals),
  }
}

function verdictOf(on: IsoDate | null, referrals: ApiOutput<'cases.get'>['referrals'] | undefined): RepeatVerdict | null {
  if (referrals === undefined) return null
  const earlier = referrals.filter(({ state }) => state !== 'returned').map(({ receivedOn }) => receivedOn)
  if (earlier.length === 0) return { kind: 'first' }
  return on === null ? null : judgeRepeat(earlier, on)
}
