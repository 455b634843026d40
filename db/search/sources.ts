import type { HitSource, SearchKind } from '#domain/search/hit.ts'
import { searchDocuments, type SearchedTable, wordsOfPerson } from '../migrations/0012-search.ts'

/**
 * How the documents of a block are read back: joined to their tables by the plain names, so that what the holder of a key is not to see falls out, and
 * everything that is counted was seen. `r` is the row that was found, `c` its case, `d.number` the number of its document within its block.
 */
export type Source = {
  readonly source: HitSource
  readonly kind: SearchKind
  readonly table: SearchedTable
  readonly joins: string
  /** The id of the thing that a hit shows. */
  readonly thing: string
  readonly hasCase: boolean
  /** The agency that said or holds it, the meeting and the day; null where there is none. */
  readonly agency: string | null
  readonly meeting: string | null
  readonly on: string | null
  readonly entryKind: string | null
  readonly title: string
  readonly text: string
}

/** Stands between the fields of a text: a character that nobody types, in SQL and as it comes back. */
const BETWEEN = 'char(31)'
export const BETWEEN_FIELDS = '\u001f'

const byId = (table: SearchedTable, rest = '') => `CROSS JOIN ${table} r ON r.id = d.number ${rest}`
const ofCase = 'CROSS JOIN cases c ON c.id = r.case_id'
const ofListing =
  'CROSS JOIN listings l ON l.id = r.listing_id CROSS JOIN cases c ON c.id = l.case_id CROSS JOIN meetings m ON m.id = l.meeting_id'

/** Of the cases that somebody is in, the newest. */
const caseOfPerson = `CROSS JOIN cases c ON c.id = (SELECT max(id) FROM (SELECT id FROM cases WHERE victim_id = r.id
  UNION ALL SELECT id FROM cases WHERE perpetrator_id = r.id
  UNION ALL SELECT k.id FROM case_ties t CROSS JOIN cases k ON k.id = t.case_id WHERE t.person_id = r.id))`

const nothing = { agency: null, meeting: null, on: null, entryKind: null, hasCase: true, title: `''` } as const

export const sources: readonly Source[] = [
  {
    ...nothing,
    source: 'case',
    kind: 'case',
    table: 'cases',
    joins: 'CROSS JOIN cases c ON c.id = d.number',
    thing: 'c.id',
    on: 'c.last_referral_on',
    text: `c.relationship || ${BETWEEN} || c.closed_note || ${BETWEEN} || ${contactWords('c')}`,
  },
  {
    ...nothing,
    source: 'person',
    kind: 'person',
    table: 'people',
    joins: byId('people', caseOfPerson),
    thing: 'r.id',
    title: 'r.name',
    text: wordsOfPerson('r', BETWEEN),
  },
  {
    ...nothing,
    source: 'tie',
    kind: 'person',
    table: 'case_ties',
    joins: byId('case_ties', `${ofCase} CROSS JOIN people p ON p.id = r.person_id`),
    thing: 'r.person_id',
    title: 'p.name',
    text: 'r.note',
  },
  {
    ...nothing,
    source: 'referral',
    kind: 'referral',
    table: 'referrals',
    joins: byId('referrals', ofCase),
    thing: 'r.id',
    agency: 'r.source_agency_id',
    on: 'r.received_on',
    text: searchDocuments.referrals.words('r', BETWEEN),
  },
  {
    ...nothing,
    source: 'entry',
    kind: 'entry',
    table: 'case_entries',
    joins: byId('case_entries', ofCase),
    thing: 'r.id',
    agency: 'r.said_by',
    on: 'coalesce(r.on_date, substr(r.recorded_at, 1, 10))',
    entryKind: 'r.kind',
    text: searchDocuments.case_entries.words('r', BETWEEN),
  },
  {
    ...nothing,
    source: 'action',
    kind: 'action',
    table: 'actions',
    joins: byId('actions', ofCase),
    thing: 'r.id',
    agency: 'r.agency_id',
    meeting: 'r.meeting_id',
    on: 'r.due_on',
    title: 'r.reference',
    text: 'r.description',
  },
  {
    ...nothing,
    source: 'event',
    kind: 'action',
    table: 'action_events',
    joins: `CROSS JOIN action_events r ON r.action_id = d.number / 4096 AND r.seq = d.number % 4096
      CROSS JOIN actions a ON a.id = r.action_id CROSS JOIN cases c ON c.id = a.case_id`,
    thing: 'r.action_id',
    agency: 'a.agency_id',
    meeting: 'a.meeting_id',
    on: 'substr(r.at, 1, 10)',
    title: 'a.reference',
    text: 'r.reason',
  },
  {
    ...nothing,
    source: 'fact',
    kind: 'meeting',
    table: 'shared_facts',
    joins: byId('shared_facts', ofListing),
    thing: 'r.id',
    agency: 'r.agency_id',
    meeting: 'm.id',
    on: 'm.held_on',
    text: 'r.text',
  },
  {
    ...nothing,
    source: 'risk',
    kind: 'meeting',
    table: 'stated_risks',
    joins: byId('stated_risks', ofListing),
    thing: 'r.id',
    meeting: 'm.id',
    on: 'm.held_on',
    text: 'r.text',
  },
  {
    ...nothing,
    source: 'listing',
    kind: 'meeting',
    table: 'listings',
    joins: byId('listings', `${ofCase} CROSS JOIN meetings m ON m.id = r.meeting_id`),
    thing: 'r.id',
    meeting: 'm.id',
    on: 'm.held_on',
    text: 'r.defer_reason',
  },
  {
    ...nothing,
    source: 'meeting',
    kind: 'meeting',
    table: 'meetings',
    joins: byId('meetings'),
    thing: 'r.id',
    hasCase: false,
    meeting: 'r.id',
    on: 'r.held_on',
    text: searchDocuments.meetings.words('r', BETWEEN),
  },
  {
    ...nothing,
    source: 'agency',
    kind: 'agency',
    table: 'agencies',
    joins: byId('agencies'),
    thing: 'r.id',
    hasCase: false,
    agency: 'r.id',
    title: 'r.name',
    text: `r.notes || ${BETWEEN} || r.phone || ${BETWEEN} || r.email`,
  },
  {
    ...nothing,
    source: 'teamPerson',
    kind: 'agency',
    table: 'team_people',
    joins: byId('team_people', 'CROSS JOIN agencies g ON g.id = r.agency_id'),
    thing: 'r.agency_id',
    hasCase: false,
    agency: 'r.agency_id',
    title: 'g.name',
    text: searchDocuments.team_people.words('r', BETWEEN),
  },
]

function contactWords(row: string): string {
  return `coalesce((SELECT group_concat(value, ${BETWEEN}) FROM json_tree(${row}.safe_contact) WHERE type = 'text' AND key IN ('who', 'how', 'when', 'note')), '')`
}
