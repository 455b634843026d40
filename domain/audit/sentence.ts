import type { IsoDate } from '../dates.ts'
import type { AuditNames, AuditRow } from './entry.ts'

/** What stands in a sentence for something that is no longer in the records. */
export type GoneWords = Readonly<Record<keyof AuditNames, string>>

/** Facts that sentences name; an entry of something refused may lack them. */
const unsaid = Object.fromEntries(
  ['imported', 'removed', 'added', 'version', 'rows', 'applied', 'destruction', 'personId', 'mergeId', 'conflicts', 'left'].map((name) => [
    name,
    '–',
  ]),
)

/** The values for the sentence of an entry: its facts, and the names of its ids. */
export function sentenceValues(
  row: Pick<AuditRow, 'facts' | 'names' | 'operation'>,
  gone: GoneWords,
  formatDate: (date: IsoDate) => string,
): Readonly<Record<string, string>> {
  const { names } = row
  return {
    ...unsaid,
    ...row.facts,
    operation: row.operation,
    case: names.case ?? gone.case,
    action: names.action ?? gone.action,
    agency: names.agency ?? gone.agency,
    meeting: names.meeting ? formatDate(names.meeting) : gone.meeting,
    holder: names.holder ?? gone.holder,
  }
}
