import { cpSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { WriteDb } from '#db'
import type { SearchFound } from '#domain/search/hit.ts'
import { type BigStoreSize, fillBigStore } from '../fixtures/big-store.ts'
import { makeProfile, openMadeStore, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const size: BigStoreSize = { actions: 100_000, cases: 100_000, meetings: 24, seed: 7 }
const ENTRIES = 200_000
const WORDS = 30_000

/** What is typed, and whether there is anything like it. */
const questions: readonly { readonly name: string; readonly text: string; readonly isNowhere?: boolean }[] = [
  { name: 'a first name', text: 'Kestrel' },
  { name: 'a whole name', text: 'Kestrel Foxglove' },
  { name: 'a rare word', text: 'kingfisher' },
  { name: 'a phrase', text: '"transfer of tenancy"' },
  { name: 'a word of every second action', text: 'safety' },
  { name: 'a word of every person and every referral', text: 'invented' },
  { name: 'the beginning of a name', text: 'kest*' },
  { name: 'a beginning that half a million words have', text: 'in*' },
  { name: 'alternatives without a word', text: 'tenancy OR kingfisher -plan' },
  { name: 'a common word of one agency in one month', text: 'safety agency:police from:2026-01 to:2026-01' },
  { name: 'a name misspelt', text: 'Foxgluve' },
  { name: 'two names misspelt', text: 'Kestrl Foxglvoe' },
  { name: 'a name misspelt twice', text: 'Nigthingael' },
  { name: 'a word that is nowhere', text: 'nobodyatall', isNowhere: true },
]

/** Words of three or four syllables that nobody speaks, the first of them far more often than the last. */
function inventedVocabulary(): readonly string[] {
  const syllables = [
    'ka',
    'ro',
    'mi',
    'tel',
    'san',
    'dor',
    'vi',
    'lun',
    'pe',
    'gra',
    'sho',
    'bel',
    'qui',
    'nor',
    'fa',
    'wes',
    'tri',
    'ob',
    'ul',
    'hen',
  ]
  const random = seededRandom(11)
  return Array.from({ length: WORDS }, (_, index) => Array.from({ length: 3 + (index % 2) }, () => random.pick(syllables)).join(''))
}

/** Two entries a case: what she wants, and a note. */
function addEntries(db: WriteDb): void {
  const vocabulary = inventedVocabulary()
  const random = seededRandom(12)
  const word = () => vocabulary[Math.floor((random.below(1000) / 1000) ** 3 * (WORDS - 30)) + random.below(30)] ?? ''
  for (let id = 1; id <= ENTRIES; id += 1) {
    const text = `She said ${Array.from({ length: 14 }, word).join(' ')}.`
    const content =
      id % 2 === 0 ? { kind: 'note', on: '2026-05-05', text } : { kind: 'voice', on: '2026-05-05', wants: text, wasAsked: 'yes' }
    db.run(
      `INSERT INTO case_entries (case_id, kind, on_date, content, basis, is_privileged, recorded_at, recorded_by)
       VALUES (:caseId, :kind, '2026-05-05', :content, 'fact', 0, '2026-05-05T09:00:00.000Z', 'Xanthe Underhill-Gray')`,
      { caseId: Math.ceil(id / 2), kind: content.kind, content: JSON.stringify(content) },
    )
  }
}

/** How much of the file the index takes, by its pages. */
async function shareOfIndex(profile: string): Promise<number> {
  const store = await openMadeStore(profile)
  const pages = store.get<{ n: number }>(`SELECT sum(length(block)) AS n FROM search_text_data`)?.n ?? 0
  store.close()
  return pages / statSync(join(profile, storeFile)).size
}

/** The search over 100,000 cases with as many actions and twice as many entries, through the whole path. The reference is a pass over the text of the entries. */
export async function searchFigures(folder: string): Promise<readonly Figure[]> {
  const profile = join(folder, 'search')
  await makeProfile(profile, {
    cost: quickCost,
    fill: (db) => {
      fillBigStore(db, size)
      addEntries(db)
    },
  })
  const share = await shareOfIndex(profile)
  const copy = join(folder, 'search-too')
  cpSync(profile, copy, { recursive: true })
  const process = vaultInProcess(profile)
  const passes = await openMadeStore(copy)
  const figures: Figure[] = []
  try {
    await process.unlock()
    for (const { name, text, isNowhere = false } of questions) {
      const found = (await process.run('search.find', { text })) as SearchFound
      if ((found.total === 0) !== isNowhere) throw new Error(`found ${String(found.total)}: ${name}`)
      const times = await interleaved(9, 2, {
        path: { run: () => process.run('search.find', { text }) },
        pass: { run: () => passes.get(`SELECT count(*) AS n FROM case_entries WHERE content LIKE '%kingfisher%'`) },
      })
      figures.push(
        figure({
          group: `search of 100,000 cases (the index is ${Math.round(share * 100)}% of the file)`,
          name,
          ms: times.path,
          pathMs: times.path,
          reference: 'one pass over the entries alone, by LIKE',
          referenceMs: times.pass,
          msBound: 50,
        }),
      )
    }
    return figures
  } finally {
    passes.close()
    await process.end()
  }
}
