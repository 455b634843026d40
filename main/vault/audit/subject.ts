import type { AnyOperation, Operations, OutputOf, ParsedOf } from '#contract'
import { overriddenFindings, type ReadDb } from '#db'
import { type AuditFacts, subjectText } from '#domain/audit/entry.ts'
import type { ListingId } from '#domain/ids.ts'
import { z } from 'zod'

type Name = { [Noun in keyof Operations]: `${Noun}.${keyof Operations[Noun] & string}` }[keyof Operations]
type OperationOf<Of extends Name> = Of extends `${infer Noun extends keyof Operations}.${infer Verb}`
  ? Verb extends keyof Operations[Noun]
    ? Operations[Noun][Verb] extends AnyOperation
      ? Operations[Noun][Verb]
      : never
    : never
  : never

/** What an operation that was done says of itself besides the ids of its input; one entry for each. */
type Describer<Of extends Name> = (db: ReadDb, input: ParsedOf<OperationOf<Of>>, output: OutputOf<OperationOf<Of>>) => readonly AuditFacts[]

type AnyDescriber = (db: ReadDb, input: unknown, output: unknown) => readonly AuditFacts[]

/** What a case was left against: no action for safety above all; null where its plan had all. */
function leftAgainst(db: ReadDb, listingId: ListingId): 'noSafetyAction' | 'plan' | null {
  const findings = overriddenFindings(db, listingId)
  if (findings.length === 0) return null
  return findings.some(({ kind }) => kind === 'action' || kind === 'safetyAction') ? 'noSafetyAction' : 'plan'
}

const describers: { readonly [Of in Name]?: Describer<Of> } = {
  'agencies.add': (_, __, agencyId) => [{ agencyId }],
  'meetings.schedule': (_, __, meetingId) => [{ meetingId }],
  'meetings.callEmergency': (_, __, { meetingId, listingId, entryId }) => [{ meetingId, listingId, entryId }],
  'meetings.fillAgenda': (_, __, { added }) => [{ added }],
  'referrals.record': (_, __, { caseId, referralId }) => [{ caseId, referralId }],
  'referrals.turnDown': (_, { state }) => [{ state }],
  'imports.read': (_, { kind }) => [{ kind }],
  'imports.commit': (_, __, { importId, imported, left }) => [{ importId, imported, left }],
  'imports.undo': (_, { keepsChanged }, { removed, stays }) => [{ removed, ...(keepsChanged ? { stays: stays.length } : {}) }],
  'imports.saveMapping': (_, { kind }) => [{ kind }],
  'actions.record': (_, __, actionId) => [{ actionId }],
  'actions.changeStatus': (_, { status, reason, goesAhead }) => [
    { status, ...(reason === '' ? {} : { override: goesAhead ? 'goesAhead' : 'status' }) },
  ],
  'listings.unseal': (_, { haveLeft }) => [{ left: haveLeft.length }],
  'conflicts.declare': (_, __, { conflicts }) => [{ conflicts }],
  'listings.defer': (db, { listingId }) => [{ override: leftAgainst(db, listingId) ?? 'deferral' }],
  'listings.finish': (db, { listingId }) => {
    const override = leftAgainst(db, listingId)
    return [override === null ? {} : { override }]
  },
  'sharing.save': (db, _, lists) =>
    lists.map(({ listId, agencyId, version }) => ({ agencyId, listId, version, rows: rowsOfList(db, listId) })),
  'sharing.acceptReturn': (_, __, { applied }) => [{ applied }],
  'record.save': (_, { content }, entryId) => [{ entryId, kind: content.kind }],
  // An entry for each of the two cases, and each says of both: it is hidden with either.
  'links.add': (_, { caseId }, { linkId, otherId }) => aboutBoth(caseId, otherId, linkId),
  'links.remove': (_, { caseId, linkId }, { otherId }) => aboutBoth(caseId, otherId, linkId),
  'people.addTie': (_, __, { tieId, personId }) => [{ tieId, personId }],
  'people.merge': (_, __, mergeId) => [{ mergeId }],
  'cases.close': (_, { reason }) => [{ reason }],
  'cases.print': (_, __, entryId) => [{ entryId }],
  'restrictions.set': (_, { agencyIds, slotIds }) => [{ agencies: agencyIds.length, holders: slotIds.length }],
  'audit.export': (_, __, { rows }) => [{ rows }],
  'retention.destroy': (_, { kind, ids, reason }, { destruction }) =>
    ids.map((id) => ({ ...(/^\d+$/.test(id) && isOfCase(kind) ? { caseId: Number(id) } : {}), kind, reason, destruction })),
  'retention.certificate': (_, { destruction }) => [{ destruction }],
}

function aboutBoth(caseId: number, otherCaseId: number, linkId: number): readonly AuditFacts[] {
  return [
    { caseId, otherCaseId, linkId },
    { caseId: otherCaseId, otherCaseId: caseId, linkId },
  ]
}

function isOfCase(kind: string): boolean {
  return kind === 'case' || kind === 'contactDetails' || kind === 'meetingNotes'
}

function rowsOfList(db: ReadDb, listId: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM action_list_rows WHERE list_id = :listId', { listId })?.n ?? 0
}

/** What an input's `id` is the id of, by the operation's noun. */
const nounOfId: Readonly<Record<string, string>> = {
  agencies: 'agencyId',
  cases: 'caseId',
  people: 'personId',
  referrals: 'referralId',
  actions: 'actionId',
  record: 'entryId',
  imports: 'importId',
}

/** The ids in an input: whatever is called `id` or ends in `Id`, and is a number or a slot of the key file. */
function idsOf(name: string, input: unknown): AuditFacts {
  if (typeof input !== 'object' || input === null) return {}
  const noun = name.split('.')[0] ?? ''
  const isFilter = name.endsWith('Filter')
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]): [string, string | number][] => {
      // A forbidden request is noted before its input was parsed: nothing of it may be taken at its word.
      if (!/^(?:id|[a-z][a-zA-Z]{0,30}Id)$/.test(key)) return []
      if (!isRowId(value) && !isSlotId(value)) return []
      return [[key === 'id' ? (isFilter ? 'filterId' : (nounOfId[noun] ?? 'id')) : key, value]]
    }),
  )
}

function isRowId(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isSlotId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}

/** The case, meeting, agency and people behind an id, as far as the input does not say them itself. */
function behind(db: ReadDb, ids: AuditFacts): AuditFacts {
  const number = (key: string) => (typeof ids[key] === 'number' ? ids[key] : null)
  const listingId =
    number('listingId') ??
    db.get<{ id: number }>('SELECT listing_id AS id FROM shared_facts WHERE id = :id', { id: number('factId') })?.id ??
    db.get<{ id: number }>('SELECT listing_id AS id FROM stated_risks WHERE id = :id', { id: number('riskId') })?.id ??
    null
  const sql =
    listingId !== null
      ? 'SELECT case_id AS caseId, meeting_id AS meetingId FROM listings WHERE id = :id'
      : number('actionId') !== null
        ? 'SELECT case_id AS caseId, agency_id AS agencyId FROM actions WHERE id = :id'
        : number('referralId') !== null
          ? 'SELECT case_id AS caseId FROM referrals WHERE id = :id'
          : number('mergeId') !== null
            ? 'SELECT kept_id AS keptId, gone_id AS goneId FROM person_merges WHERE id = :id'
            : null
  if (sql === null) return {}
  return db.get<Record<string, number>>(sql, { id: listingId ?? number('actionId') ?? number('referralId') ?? number('mergeId') }) ?? {}
}

/** What of an input that was not parsed yet may be looked at for ids: what its schema names, for a name could be a word as well. */
export function namedBySchema(operation: AnyOperation, rawInput: unknown): unknown {
  const { input } = operation
  if (!(input instanceof z.ZodObject) || typeof rawInput !== 'object' || rawInput === null) return {}
  return Object.fromEntries(Object.entries(rawInput).filter(([key]) => Object.hasOwn(input.shape, key)))
}

/** What a request is about, by the ids of its input; to be asked before it runs, since a removal leaves nothing to look up. */
export function requestFacts(db: ReadDb, name: string, input: unknown): AuditFacts {
  const ids = idsOf(name, input)
  return { ...behind(db, ids), ...ids }
}

/** The subjects of the entries of an operation that was done: at least one. */
export function doneSubjects(db: ReadDb, name: string, input: unknown, output: unknown, facts: AuditFacts): readonly string[] {
  // Each describer gets what the schema and the handler of its own name gave.
  const describe = (describers as Readonly<Record<string, AnyDescriber | undefined>>)[name]
  const more = describe?.(db, input, output) ?? [{}]
  return (more.length === 0 ? [{}] : more).map((said) => subjectText({ ...facts, ...said }))
}
