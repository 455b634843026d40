import type { Sector } from '../agency.ts'
import type { ActionId, AgencyId } from '../ids.ts'
import type { QuickAction } from '../quick-action.ts'
import { type ActionSafety, safetyUnsaid } from './action-safety.ts'
import { maySignOff } from './sign-off.ts'

type Known = {
  readonly agencies: readonly { readonly id: AgencyId; readonly sector: Sector }[]
  /** The agency that the line is for. */
  readonly agencyId: AgencyId
  readonly actions: readonly { readonly id: ActionId; readonly reference: string }[]
  /** What stood before, where an action is put right; what the line cannot say is kept of it. */
  readonly before: ActionSafety | null
}

/** What a line of the meeting says of an action's safety. `!tellfirst` means the advocates: of the line's own agency, or the first that the team has. */
export function safetyOfLine({ marks, after }: Pick<QuickAction, 'marks' | 'after'>, known: Known): ActionSafety {
  const before = known.before ?? safetyUnsaid
  return {
    isTowardsHim: marks.includes('towardsHim'),
    couldNotice: marks.includes('noticeable') ? 'yes' : marks.includes('unnoticed') ? 'no' : 'unknown',
    couldRaiseRisk: marks.includes('risky') ? 'yes' : before.couldRaiseRisk === 'yes' ? 'unknown' : before.couldRaiseRisk,
    toldFirstBy: marks.includes('toldFirst') ? (before.toldFirstBy ?? tellerOf(known)) : null,
    after: after === null ? null : (known.actions.find(({ reference }) => reference === after)?.id ?? null),
  }
}

function tellerOf({ agencies, agencyId }: Known): AgencyId | null {
  const advocates = agencies.filter(({ sector }) => maySignOff(sector))
  return (advocates.find(({ id }) => id === agencyId) ?? advocates.find(({ sector }) => sector === 'advocate') ?? advocates[0])?.id ?? null
}

/** The marks by which the line says again what an action's safety is. */
export function marksOf({ isTowardsHim, couldNotice, couldRaiseRisk, toldFirstBy }: ActionSafety): QuickAction['marks'] {
  const marks: QuickAction['marks'][number][] = []
  if (isTowardsHim) marks.push('towardsHim')
  if (couldNotice === 'yes') marks.push('noticeable')
  if (couldNotice === 'no') marks.push('unnoticed')
  if (couldRaiseRisk === 'yes') marks.push('risky')
  if (toldFirstBy !== null) marks.push('toldFirst')
  return marks
}
