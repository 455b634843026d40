import type { ActionRow } from '#domain/action.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Format } from '../../i18n/format.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { dueWords } from './action-kinds.ts'

/**
 * A text that asks an agency after its overdue actions: references and days alone. The agreed words stay here, since they may say who
 * somebody is, and the text may end in any mailbox.
 */
export function chaseText(overdue: readonly ActionRow[], today: IsoDate, t: Translate, format: Format): string {
  const lines = overdue.map((action) =>
    t('actions.chase.line', {
      reference: action.reference,
      caseReference: action.caseReference,
      date: format.date(action.dueOn),
      late: dueWords(action, today, t)?.word ?? '',
    }),
  )
  return [t('actions.chase.heading', { count: overdue.length, date: format.date(today) }), ...lines, '', t('actions.chase.closing')].join(
    '\n',
  )
}

/** What an agency may be asked after: of a case that was restricted from it, it is told nothing more. */
export function mayBeChased(overdue: readonly ActionRow[]): readonly ActionRow[] {
  return overdue.filter(({ isWithConcerned }) => !isWithConcerned)
}
