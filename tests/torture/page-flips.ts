import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPages, PAGE_SIZE } from '#db'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const flips: Readonly<Record<Scale, number>> = { short: 300, full: 10_000 }
const sizes = {
  short: { actions: 600, cases: 60, meetings: 4, seed: 23 },
  full: { actions: 52_000, cases: 1200, meetings: 24, seed: 23 },
} as const
/** So many pages are spoilt at once, each by one bit: the check must name exactly them. */
const AT_ONCE = 500

async function damagedPages(path: string, key: Uint8Array): Promise<readonly number[]> {
  const file = openSync(path, 'r')
  try {
    return (await checkPages(file, key)).damaged
  } finally {
    closeSync(file)
  }
}

/** Single bits turned anywhere in a large store, in free pages too: reading every page must name the pages, and no other. */
export const pageFlips: Torture = {
  name: 'bit flips found by reading every page',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, sizes[scale]) })
      const keys = await madeKeys(profile)
      const store = openWithKeys(profile, keys)
      // Free pages: what was deleted leaves them behind.
      const draft = { content: 'x'.repeat(150_000) }
      for (let each = 0; each < 4; each += 1)
        store.write((db) => db.run(`INSERT INTO drafts (key, content, saved_at) VALUES ('torture:free${each}', :content, '2026')`, draft))
      store.write((db) => db.run('DELETE FROM drafts'))
      const freePages = store.get<{ freelist_count: number }>('PRAGMA freelist_count')?.freelist_count ?? 0
      store.close()

      const path = join(profile, storeFile)
      const whole = readFileSync(path)
      const pages = whole.length / PAGE_SIZE
      const random = seededRandom(29)
      const failures: string[] = []
      let tried = 0
      while (tried < flips[scale]) {
        const damaged = Buffer.from(whole)
        const spoilt = new Set<number>()
        while (spoilt.size < Math.min(AT_ONCE, flips[scale] - tried, pages - 1)) {
          const at = random.below(whole.length)
          const page = Math.floor(at / PAGE_SIZE) + 1
          // The salt is no part of page 1's tag: it spoils every page, and is tried by itself.
          if (spoilt.has(page) || at < 16) continue
          spoilt.add(page)
          damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8))
        }
        tried += spoilt.size
        writeFileSync(path, damaged)
        const found = new Set(await damagedPages(path, keys.store))
        for (const page of spoilt) if (!found.has(page)) failures.push(`page ${page}: not found`)
        for (const page of found) if (!spoilt.has(page)) failures.push(`page ${page}: said to be damaged, and is not`)
      }
      for (let at = 0; at < 16; at += 1) {
        const damaged = Buffer.from(whole)
        damaged[at] = (damaged[at] ?? 0) ^ 1
        tried += 1
        writeFileSync(path, damaged)
        if ((await damagedPages(path, keys.store)).length !== pages)
          failures.push(`byte ${at} of the salt: not every page is said to be damaged`)
      }
      writeFileSync(path, whole)
      const start = performance.now()
      const ofWhole = await damagedPages(path, keys.store)
      const seconds = (performance.now() - start) / 1000
      if (ofWhole.length > 0) failures.push(`the whole store: ${ofWhole.length} pages said to be damaged`)
      return {
        kind: 'ran',
        done: `${tried} bits turned in ${pages} pages (${(whole.length / 1e6).toFixed(0)} MB, ${freePages} of them free), ${failures.length} not found; reading all takes ${seconds.toFixed(2)} s`,
        tried,
        failures,
        control: {
          planted: 'the same pages under another key: all of them must be said to be damaged',
          isFound: await isAllDamaged(path, keys.audit, pages),
        },
      }
    }),
}

async function isAllDamaged(path: string, wrongKey: Uint8Array, pages: number): Promise<boolean> {
  return (await damagedPages(path, wrongKey)).length === pages
}
