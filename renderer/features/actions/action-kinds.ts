import { type ActionRow, type ActionStatus, type Timeliness, timeliness } from '#domain/action.ts'
import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { Translate } from '../../i18n/use-t.ts'
import type { StatusKind } from '../../ui/status-badge.tsx'

/** How the statuses look. Lateness has its own mark beside the day: an action in progress can be overdue. */
export const statusKinds: Readonly<Record<ActionStatus, StatusKind>> = {
  proposed: 'new',
  agreed: 'plain',
  inProgress: 'plain',
  complete: 'done',
  notPossible: 'plain',
  notUndertaken: 'plain',
  superseded: 'plain',
  withdrawn: 'plain',
}

const dueKinds: Readonly<Record<Timeliness, StatusKind | null>> = { ended: null, overdue: 'overdue', soon: 'soon', later: null }

/** How the due day stands to today, in words and with its mark; null where nothing is due any more. */
export function dueWords(
  action: Pick<ActionRow, 'status' | 'dueOn'>,
  today: IsoDate,
  t: Translate,
): { readonly kind: StatusKind | null; readonly word: string } | null {
  const state = timeliness(action, today)
  if (state === 'ended') return null
  const days = daysBetween(today, action.dueOn)
  const word = days < 0 ? t('actions.daysLate', { count: -days }) : days === 0 ? t('actions.dueToday') : t('actions.dueIn', { count: days })
  return { kind: dueKinds[state], word }
}
