import { auditPage, createStore, type LogQuery, type OpenStore } from '#db'
import type { CaseId } from '#domain/ids.ts'
import { join } from 'node:path'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const ENTRIES = 1_000_000
/** The newest page of a log must be there as fast as any other. */
const BOUND_MS = 50
const operations = [
  'cases.get',
  'cases.change',
  'listings.get',
  'listings.defer',
  'actions.changeStatus',
  'sharing.save',
  'vault.unlock',
  'vault.lock',
  'referrals.record',
  'agencies.change',
]

const everything: LogQuery = { group: null, actor: '', outcome: 'all', caseId: null, from: null, before: null }

/** A log of a million entries; its codes are no chain, since only its search is measured. */
function fill(store: OpenStore): void {
  store.write((db) => {
    const mac = Buffer.alloc(32, 7)
    for (let seq = 1; seq <= ENTRIES; seq += 1)
      db.run(
        `INSERT INTO audit_entries (seq, at, actor, operation, subject, outcome, slot, mac) VALUES (:seq, :at, :actor, :operation, :subject, :outcome, '', :mac)`,
        {
          seq,
          at: new Date(Date.UTC(2016, 0, 1) + seq * 300_000).toISOString(),
          actor: seq % 5 === 0 ? 'Lancelot Inkwell' : 'Petra Quillpusher',
          operation: operations[(seq * 7) % operations.length] ?? '',
          subject: `caseId=${String(seq % 800)} actionId=${String(seq % 5000)}${seq % 50 === 0 ? ' override=status' : ''}`,
          outcome: seq % 40 === 0 ? 'refused:notFound' : 'done',
          mac,
        },
      )
  })
}

/** Pages of a log of a million entries, each against reading a hundred entries by their numbers. */
export async function logFigures(folder: string): Promise<readonly Figure[]> {
  const store = createStore(join(folder, 'log.store'), Buffer.alloc(32, 7))
  try {
    fill(store)
    const page = (query: Partial<LogQuery>, offset = 0) => ({
      run: () => auditPage(store, { ...everything, ...query }, { offset, limit: 100 }),
    })
    const times = await interleaved(9, 2, {
      'first page': page({}),
      'page in the middle': page({}, 500_000),
      'last page': page({}, ENTRIES - 100),
      'one case': page({ caseId: 42 as CaseId }),
      'a group of operations': page({ group: 'views' }),
      'what was refused': page({ outcome: 'refused' }),
      'against advice': page({ group: 'overrides' }),
      'one person': page({ actor: 'Lancelot Inkwell' }),
      'one month': page({ from: '2020-03-01', before: '2020-04-01' }),
      'a person in a month': page({ actor: 'Lancelot Inkwell', from: '2020-03-01', before: '2020-04-01' }),
      reference: { run: () => store.all('SELECT * FROM audit_entries WHERE seq BETWEEN 400000 AND 400099 ORDER BY seq DESC') },
    })
    return Object.entries(times)
      .filter(([name]) => name !== 'reference')
      .map(([name, ms]) =>
        figure({
          group: 'log of 1,000,000 entries',
          name,
          ms,
          reference: '100 entries by number',
          referenceMs: times.reference,
          msBound: BOUND_MS,
        }),
      )
  } finally {
    store.close()
  }
}
