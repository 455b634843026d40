import { isoDate } from '#domain/dates.ts'
import { ActionId } from '#domain/ids.ts'
import type { ActionListContent, ActionListRow } from '#domain/sharing/action-list.ts'
import type { ActionListWords } from '#domain/sharing/action-list-words.ts'

export const password = 'bamo-tiku-lesa-pogi-runa-dofe'
export const sealKey = new Uint8Array(32).fill(7)

export const words: ActionListWords = {
  locale: 'en-GB',
  title: 'Actions for {agency}',
  meeting: 'Meeting of {date}',
  list: 'List {reference}, version {version}, made on {date}',
  count: '6 actions',
  noActions: 'No actions for this agency.',
  confidential: 'Confidential: for the agency named above only. Do not copy or forward.',
  reportBack: 'Report what was done in the spreadsheet of the same name, or phone the coordinator. Leave no message with anyone of a case.',
  page: 'Page {page} of {pages}',
  fillIn: 'Choose a status and write a comment in the two yellow columns, save, and send the file back with the same password.',
  columns: {
    action: 'Action',
    caseReference: 'Case',
    description: 'What was agreed',
    dueOn: 'Due',
    status: 'Status now',
    newStatus: 'New status',
    comment: 'Comment',
  },
  statuses: {
    proposed: 'Proposed',
    agreed: 'Agreed',
    inProgress: 'In progress',
    complete: 'Complete',
    notPossible: 'Not possible (circumstances)',
    notUndertaken: 'Not undertaken',
    superseded: 'Superseded',
    withdrawn: 'Withdrawn: do not do this',
  },
  sheet: 'Actions',
  pickFromList: 'Please choose a status from the list.',
  commentTooLong: 'Please keep the comment under {limit} characters.',
}

const descriptions = [
  'Change the locks at [address] and give the spare keys to the advocate',
  'Tell [name] first, by the safe number, before the order is served',
  '=HYPERLINK("http://example.org","x")',
  'Señal, Ørsted, Łódź, Ελληνικά, Кириллица',
  '-call the court & ask <when>',
  'Line one\nline two with _x0041_ in it',
] as const

export function sampleRow(index: number): ActionListRow {
  return {
    actionId: ActionId.parse(index + 1),
    actionVersion: 1 + (index % 3),
    actionReference: `A-${String(index + 1).padStart(4, '0')}`,
    caseReference: `HR-2026-${String(1 + (index % 20)).padStart(4, '0')}`,
    description: descriptions[index % descriptions.length] ?? '',
    dueOn: isoDate(`2026-${String(3 + (index % 6)).padStart(2, '0')}-1${String(index % 9)}`),
    status: index % 2 === 0 ? 'agreed' : 'inProgress',
  }
}

export function sampleList(count: number, row: (index: number) => ActionListRow = sampleRow): ActionListContent {
  return {
    teamName: 'Harbourton High-Risk Team',
    agencyName: 'Harbourton Housing',
    meetingOn: isoDate('2026-03-12'),
    listReference: '2026-03 HOUSING',
    listToken: 'bright-token-0001',
    version: 1,
    madeOn: isoDate('2026-03-13'),
    rows: Array.from({ length: count }, (_, index) => row(index)),
  }
}
