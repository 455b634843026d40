import { join } from 'node:path'
import type { CaseFilter, CaseRow } from '#domain/case.ts'
import type { Page } from '#domain/page.ts'
import type { BigStoreSize } from '../fixtures/big-store.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { openPlain, plainCopy, vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const size: BigStoreSize = { actions: 100_000, cases: 100_000, meetings: 24, seed: 7 }

const questions: readonly { readonly name: string; readonly ask: Partial<CaseFilter> }[] = [
  { name: 'first page', ask: {} },
  { name: 'by risk score, offset 99,900', ask: { sort: 'riskScore', offset: 99_900 } },
  { name: 'filter: waiting', ask: { state: 'waiting' } },
  { name: 'filter: listed', ask: { state: 'listed' } },
  { name: 'filter: monitoring', ask: { state: 'monitoring' } },
  { name: 'filter: closed', ask: { state: 'closed' } },
  { name: 'filter: repeats with children', ask: { repeatsOnly: true, withChildrenOnly: true } },
  { name: 'search: a first name', ask: { search: 'Kestrel' } },
  { name: 'search: a whole name', ask: { search: 'Kestrel Foxglove' } },
  { name: 'search: two letters', ask: { search: 'ke' } },
  { name: 'search: no hit', ask: { search: 'Nobody Atall' } },
  { name: 'search: a reference', ask: { search: 'HR-2026-9420' } },
]

/** Windows on 100,000 cases through the whole path. The reference is a pass over the cases and their people in plain SQL. */
export async function caseFigures(folder: string): Promise<readonly Figure[]> {
  const [profile, plainFile] = [join(folder, 'cases'), join(folder, 'cases.db')]
  await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, size) })
  plainCopy(plainFile, size)
  const plain = openPlain(plainFile)
  const scan = plain.prepare('SELECT count(*) FROM cases c JOIN people v ON v.id = c.victim_id JOIN people p ON p.id = c.perpetrator_id')
  const process = vaultInProcess(profile)
  const figures: Figure[] = []
  try {
    await process.unlock()
    for (const { name, ask } of questions) {
      const page = (await process.run('cases.list', ask)) as Page<CaseRow>
      if (page.total === 0 && !/no hit/.test(name)) throw new Error(`found nothing: ${name}`)
      const times = await interleaved(9, 2, { path: { run: () => process.run('cases.list', ask) }, scan: { run: () => scan.get() } })
      figures.push(
        figure({
          group: '100,000 cases',
          name,
          ms: times.path,
          pathMs: times.path,
          reference: 'one pass over all cases and their people, plain file',
          referenceMs: times.scan,
          msBound: 50,
        }),
      )
    }
    return figures
  } finally {
    plain.close()
    await process.end()
  }
}
