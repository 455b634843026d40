import type { ActionId, AgencyId } from '#domain/ids.ts'
import type { ActionSafety } from '#domain/safety/action-safety.ts'
import type { Translate } from '../../i18n/use-t.ts'

type Names = { readonly agency: (id: AgencyId) => string; readonly action: (id: ActionId) => string }

/** What is said of an action's safety, a few words each; empty where nothing is said. */
export function safetyMarks(
  { isTowardsHim, couldNotice, couldRaiseRisk, toldFirstBy, after }: ActionSafety,
  t: Translate,
  names: Names,
): readonly string[] {
  return [
    ...(isTowardsHim ? [t('safety.mark.towardsHim')] : []),
    ...(couldNotice === 'yes' ? [t('safety.mark.noticeable')] : []),
    ...(couldNotice === 'no' ? [t('safety.mark.unnoticed')] : []),
    ...(couldRaiseRisk === 'yes' ? [t('safety.mark.raisesRisk')] : []),
    ...(toldFirstBy === null ? [] : [t('safety.toldFirst', { agency: names.agency(toldFirstBy) })]),
    ...(after === null ? [] : [t('safety.waits.action', { reference: names.action(after) })]),
  ]
}
