import type { OpenStore } from '#db'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { decryptedPages } from '../support/decrypted-pages.ts'
import { wounds } from './acknowledged.ts'
import { askedVault, wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 10, full: 200 }

const markOf = (caseId: number) => `Zyxmark${String(caseId).padStart(4, '0')}quill`

type Remains = { readonly rows: number; readonly isCertified: boolean }

/** What is left of a case: rows that speak of it, and whether the store says that it was destroyed. */
function remainsOf(store: OpenStore, caseId: number): Remains {
  const count = (sql: string) => store.get<{ n: number }>(sql, { caseId })?.n ?? 0
  return {
    rows:
      count('SELECT count(*) AS n FROM cases WHERE id = :caseId') +
      count('SELECT count(*) AS n FROM referrals WHERE case_id = :caseId') +
      count('SELECT count(*) AS n FROM listings WHERE case_id = :caseId') +
      count('SELECT count(*) AS n FROM actions WHERE case_id = :caseId'),
    isCertified: count('SELECT count(*) AS n FROM destroyed_records WHERE case_id = :caseId') > 0,
  }
}

/** What is wrong after a kill: a case half gone, one said to be gone and there, or words of it left in a page. */
function faults(
  store: OpenStore,
  pages: Buffer,
  { caseId, before, isAnswered }: { caseId: number; before: number; isAnswered: boolean },
): readonly string[] {
  const { rows, isCertified } = remainsOf(store, caseId)
  const found: string[] = []
  if (rows !== 0 && rows !== before) found.push(`case ${caseId} is half gone: ${rows} of ${before} rows`)
  if ((rows === 0) !== isCertified) found.push(`case ${caseId} has ${rows} rows and is ${isCertified ? '' : 'not '}certified`)
  if (isAnswered && rows > 0) found.push(`case ${caseId} was said to be destroyed and is there`)
  if (rows === 0 && pages.includes(markOf(caseId))) found.push(`words of case ${caseId} are left in a page`)
  return found
}

/** The vault is ended with SIGKILL while it destroys a case and writes the file anew. */
export const killsDuringDestruction: Torture = {
  name: 'kill -9 during a destruction',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      const cases = kills[scale] + 10
      await makeProfile(profile, {
        cost: quickCost,
        fill: (db) => {
          fillBigStore(db, { actions: cases * 8, cases, meetings: 4, seed: 12 })
          db.run(`UPDATE cases SET closed_on = '2020-01-02', closed_reason = 'twelveMonths'`)
          for (let id = 1; id <= cases; id += 1)
            db.run('UPDATE people SET address = :mark WHERE id IN (SELECT victim_id FROM cases WHERE id = :id)', { id, mark: markOf(id) })
        },
      })
      cpSync(profile, join(folder, 'before'), { recursive: true })
      const keys = await madeKeys(profile)
      const path = join(profile, storeFile)
      const random = seededRandom(13)
      const failures: string[] = []
      const counts = { gone: 0, swept: 0, kept: 0 }
      let caseId = 1
      const destroyNext = async (milliseconds: number) => {
        const vault = askedVault(profile)
        await vault.value('vault.unlock', { passphrase: madePassphrase })
        let isAnswered = false
        let isSwept = false
        const start = performance.now()
        const work = (async () => {
          isAnswered = (await vault.run('retention.destroy', { kind: 'case', ids: [String(caseId)], reason: 'schedule' }))?.ok === true
          if (isAnswered) isSwept = (await vault.run('retention.sweep', undefined))?.ok === true
          return performance.now() - start
        })()
        await Promise.race([work, wait(milliseconds)])
        await vault.kill()
        return { took: await work, isAnswered, isSwept }
      }
      // How long it takes when nobody interferes: the kills are spread over a little more than that.
      const { took } = await destroyNext(60_000)
      caseId += 1
      for (let round = 1; round <= kills[scale]; round += 1) {
        const opened = openWithKeys(profile, keys)
        const before = remainsOf(opened, caseId).rows
        opened.close()
        const { isAnswered, isSwept } = await destroyNext(random.next() * took * 1.2)
        const store = openWithKeys(profile, keys)
        const pages = decryptedPages(path, keys.store)
        failures.push(
          ...[...faults(store, pages, { caseId, before, isAnswered }), ...wounds(store, keys.audit)].map(
            (line) => `kill ${round}: ${line}`,
          ),
        )
        if (isSwept && store.get('SELECT 1 FROM destructions WHERE swept_at IS NULL')) failures.push(`kill ${round}: swept and not noted`)
        const isGone = remainsOf(store, caseId).rows === 0
        counts[isSwept ? 'swept' : isGone ? 'gone' : 'kept'] += 1
        store.close()
        if (isGone) caseId += 1
      }
      cpSync(join(folder, 'before', storeFile), path)
      const store = openWithKeys(profile, keys)
      const isFound =
        faults(store, decryptedPages(path, keys.store), { caseId: 1, before: remainsOf(store, 1).rows, isAnswered: true }).length > 0
      store.close()
      return {
        kind: 'ran',
        done: `${kills[scale]} kills: ${counts.kept} left the case whole, ${counts.gone} left it gone with the file to be written anew, ${counts.swept} after both`,
        tried: kills[scale],
        failures,
        control: { planted: 'the store of before a destruction put back', isFound },
      }
    }),
}
