import { nameKey } from '#domain/person.ts'
import { judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'
import type { RepeatRule } from '#domain/repeat-rule.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { type ApiOutput, apiKey, call, useApiQuery } from '../../api.ts'
import type { ReferralForm } from './referral-form.ts'

export type KnownPair = ApiOutput<'referrals.findCases'>[number]

type Found = {
  /** Cases of the names as they stand in the form, the certain ones first. */
  readonly pairs: readonly KnownPair[]
  /** The case that the referral will be added to. */
  readonly joined: KnownPair | null
  /** What the referral will be judged; null while a date or the case's history is wanting. */
  readonly verdict: RepeatVerdict | null
  /** Whether a case of the same or much alike names is there, asked now: whoever saves by Enter in a name is faster than the search that follows typing. */
  readonly askIfKnown: () => Promise<boolean>
}

function namesOf(form: ReferralForm): { readonly victimName: string; readonly perpetratorName: string } {
  return { victimName: form.victim.name.trim(), perpetratorName: form.perpetrator.name.trim() }
}

function areNames({ victimName, perpetratorName }: ReturnType<typeof namesOf>): boolean {
  return nameKey(victimName).length > 1 && nameKey(perpetratorName).length > 1
}

const isCertain = ({ match }: KnownPair) => match === 'certain'

/** Whether the two people of the form are known, and whether the referral is a repeat by what is there. */
export function useKnownPair(form: ReferralForm): Found {
  const client = useQueryClient()
  const names = namesOf(form)
  const [asked] = useDebouncedValue(names, 250)
  const isAsking = areNames(asked)
  const found = useApiQuery('referrals.findCases', asked, { enabled: isAsking, keepsPrevious: true }).data
  const pairs = isAsking ? (found ?? []).toSorted((a, b) => Number(isCertain(b)) - Number(isCertain(a))) : []
  const joined = pairs.find(({ caseId }) => caseId === form.onCase) ?? null
  const known = useApiQuery('cases.get', { id: joined?.caseId ?? 0 }, { enabled: joined !== null }).data
  const settings = useApiQuery('settings.get').data ?? null
  return {
    pairs,
    joined,
    verdict: joined === null ? { kind: 'first' } : known === undefined ? null : verdictOf(form, known, repeatRuleOf(settings)),
    askIfKnown: async () => {
      if (!areNames(names)) return false
      const now = await client.ensureQueryData({
        queryKey: apiKey('referrals.findCases', names),
        queryFn: () => call('referrals.findCases', names),
      })
      return now.length > 0
    },
  }
}

function verdictOf(form: ReferralForm, { pairHistory: history }: ApiOutput<'cases.get'>, rule: RepeatRule): RepeatVerdict | null {
  if (history.referrals.length === 0) return { kind: 'first' }
  const { incidentOn, incidentKind } = form
  const receivedOn = form.receivedOn ?? incidentOn
  return receivedOn === null ? null : judgeRepeat(history, { receivedOn, incidentOn, incidentKind }, rule)
}
