import { actorsInLog, auditPage, createStore, type LogEntry, type LogQuery, type OpenStore } from '#db'
import { readSubject } from '#domain/audit/entry.ts'
import { groupOf, operationGroups } from '#domain/audit/operation-group.ts'
import type { CaseId } from '#domain/ids.ts'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit } from '../../main/vault/audit.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'

const ENTRIES = 3000
const operations = [
  'cases.get',
  'cases.change',
  'listings.get',
  'listings.defer',
  'actions.changeStatus',
  'sharing.save',
  'vault.unlock',
  'settings.save',
  'unheard.of',
]
const actors = ['Petra Quillpusher', 'Lancelot Inkwell', '']

const folder = mkdtempSync(join(tmpdir(), 'caseboard-log-'))
let store: OpenStore
let all: readonly LogEntry[]

beforeAll(() => {
  store = createStore(join(folder, 'caseboard.store'), Buffer.alloc(32, 7))
  const random = seededRandom(4)
  store.write((db) => {
    for (let each = 0; each < ENTRIES; each += 1) {
      const caseId = random.below(40)
      // The clock was set back and forward on the way.
      const shift = each > 1000 && each < 1100 ? -500_000 : 0
      appendAudit(db, Buffer.alloc(32, 5), {
        at: new Date(Date.UTC(2026, 0, 1) + (each + shift) * 600_000).toISOString(),
        actor: random.pick(actors),
        operation: random.pick(operations),
        subject: [
          caseId < 30 ? `caseId=${caseId + 1}` : '',
          random.below(3) === 0 ? `actionId=${random.below(90)}` : '',
          random.below(20) === 0 ? 'override=status' : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
        outcome: random.below(9) === 0 ? 'refused:notFound' : 'done',
      })
    }
  })
  all = store.all<LogEntry>('SELECT seq, at, actor, operation, subject, outcome FROM audit_entries ORDER BY seq DESC')
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What fits, found by looking at every entry. */
function oracle({ group, actor, outcome, caseId, from, before }: LogQuery): readonly LogEntry[] {
  return all.filter((entry) => {
    const facts = readSubject(entry.subject)
    if (group === 'overrides' && facts['override'] === undefined) return false
    if (group !== null && group !== 'overrides' && groupOf(entry.operation) !== group) return false
    if (actor !== '' && entry.actor !== actor) return false
    if (outcome !== 'all' && (entry.outcome === 'done') !== (outcome === 'done')) return false
    if (caseId !== null && facts['caseId'] !== String(caseId)) return false
    return (from === null || entry.at >= from) && (before === null || entry.at < before)
  })
}

const moment = fc.integer({ min: 0, max: ENTRIES }).map((each) => new Date(Date.UTC(2026, 0, 1) + each * 600_000).toISOString())
const query: fc.Arbitrary<LogQuery> = fc.record({
  group: fc.option(fc.constantFrom(...operationGroups)),
  actor: fc.constantFrom('', ...actors, 'Nobody'),
  outcome: fc.constantFrom('all' as const, 'done' as const, 'refused' as const),
  caseId: fc.option(fc.integer({ min: 0, max: 31 }).map((id) => id as CaseId)),
  from: fc.option(moment),
  before: fc.option(moment),
})

describe('a page of the log', () => {
  test('is what looking at every entry finds, newest first, for every filter and window', () => {
    fc.assert(
      fc.property(query, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 120 }), (asked, offset, limit) => {
        const expected = oracle(asked)
        const page = auditPage(store, asked, { offset, limit })
        expect(page.total).toBe(expected.length)
        expect(page.rows).toEqual(expected.slice(offset, offset + limit))
      }),
      { numRuns: 400 },
    )
  })

  test('names everybody once', () => {
    expect([...actorsInLog(store)].toSorted()).toEqual([...actors].toSorted())
  })

  test('of a narrow filter is found by an index, never by reading the whole log', () => {
    const plan = (sql: string) =>
      store
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .map(({ detail }) => detail)
        .join(' | ')
    const subject = `instr(' ' || subject, ' caseId=') > 0 AND CAST(substr(subject, instr(' ' || subject, ' caseId=') + 7) AS INTEGER) = 7`
    expect(plan(`SELECT seq FROM audit_entries WHERE seq BETWEEN 1 AND 9 AND ${subject} ORDER BY seq DESC`)).toMatch(/audit_by_case/)
    expect(plan(`SELECT seq FROM audit_entries WHERE seq BETWEEN 1 AND 9 AND operation = 'cases.get' ORDER BY seq DESC`)).toMatch(
      /audit_by_operation/,
    )
    expect(plan(`SELECT min(seq) FROM audit_entries WHERE at >= '2026' AND at < '2027'`)).toMatch(/COVERING INDEX audit_by_time/)
  })
})
