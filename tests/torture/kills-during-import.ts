import type { ImportReview } from '#contract'
import { rowCounts } from '#db'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, type MadeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { wounds } from './acknowledged.ts'
import { askedVault, wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 5, full: 200 }
const ROWS = 250

/** Every unlock writes these, whatever becomes of the import. */
const besides = { audit_entries: 0, audit_marks: 0, backups: 0, key_holders: 0 }

/** An invented name for a number: far from that of any other number, so that nobody is taken for somebody else. */
function invented(number: number): string {
  const syllables = ['ba', 'ke', 'dri', 'lo', 'mu', 'fa', 'zen', 'pio', 'tru', 'wex', 'ny', 'sha', 'gol', 'qui', 'vor', 'jam']
  const pick = (place: number) => syllables[Math.floor((number * 2654435761) / 2 ** place) % syllables.length] ?? ''
  const word = (from: number) => [0, 4, 8].map((place) => pick(from + place)).join('')
  return `${word(0)} ${word(12)}`
}

function csv(): Uint8Array {
  const lines = Array.from(
    { length: ROWS },
    (_, index) =>
      `${invented(index + 1)},${invented(index + 5001)},Fablewood Police,${String((index % 27) + 1).padStart(2, '0')}/10/2026,yes`,
  )
  return new TextEncoder().encode(`Victim name,Offender Name,Referring Agency,Date of referral,Visible high risk\n${lines.join('\n')}\n`)
}

/** A vault with a file under review, ready to be imported. */
async function profileWithReview(profile: string): Promise<void> {
  await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 200, cases: 20, meetings: 3, seed: 67 }) })
  const vault = vaultOf(profile, quickCost)
  await vault.unlock(madePassphrase)
  const { reply } = await vault.run('imports.read', { kind: 'referrals', fileName: 'referrals.csv', bytes: csv() })
  if (!reply.ok) throw new Error(reply.refusal.code)
  const review = reply.value as ImportReview
  const mapped = await vault.run('imports.remap', { token: review.token, mapping: review.mapping, dayFirst: true, createAgencies: true })
  vault.close()
  if (!mapped.reply.ok || (mapped.reply.value as ImportReview).counts.ready !== ROWS)
    throw new Error(`not ready: ${JSON.stringify(mapped.reply)}`.slice(0, 900))
}

/** Imports, and ends the vault so long after the asking. */
async function interruptedImport(profile: string, milliseconds: number): Promise<{ readonly isDone: boolean; readonly took: number }> {
  const vault = askedVault(profile)
  await vault.value('vault.unlock', { passphrase: madePassphrase })
  const review = (await vault.value('imports.pending', { kind: 'referrals' })) as ImportReview
  let isDone = false
  const start = performance.now()
  const importing = vault.run('imports.commit', { token: review.token }).then((reply) => {
    isDone = reply?.ok === true
    return performance.now() - start
  })
  await Promise.race([importing, wait(milliseconds)])
  await vault.kill()
  return { isDone, took: await importing }
}

function look(profile: string, keys: MadeKeys): { readonly counts: string; readonly wounds: readonly string[] } {
  const store = openWithKeys(profile, keys)
  try {
    return { counts: JSON.stringify({ ...rowCounts(store), ...besides }), wounds: wounds(store, keys.audit) }
  } finally {
    store.close()
  }
}

/** The vault is ended with SIGKILL while it imports a file: all of its rows are there, or none, and the review is there to be gone on with. */
export const killsDuringImport: Torture = {
  name: 'kill -9 during an import',
  run: (scale) =>
    inFolder(async (folder) => {
      const start = join(folder, 'start')
      await profileWithReview(start)
      const keys = await madeKeys(start)
      const profile = join(folder, 'profile')
      const fresh = () => {
        rmSync(profile, { recursive: true, force: true })
        cpSync(start, profile, { recursive: true })
      }
      const before = look(start, keys).counts
      fresh()
      const whole = await interruptedImport(profile, 60_000)
      const after = look(profile, keys).counts
      const random = seededRandom(71)
      const failures: string[] = whole.isDone && before !== after ? [] : ['an import that nothing disturbs is not done']
      const counts = { none: 0, all: 0 }
      for (let round = 1; round <= kills[scale]; round += 1) {
        fresh()
        const moment = ((round - random.next()) / kills[scale]) * whole.took * 1.2
        const { isDone } = await interruptedImport(profile, moment)
        const found = look(profile, keys)
        const where = `kill ${round} after ${moment.toFixed(1)} ms`
        failures.push(...found.wounds.map((line) => `${where}: ${line}`))
        if (found.counts === after) counts.all += 1
        else if (found.counts === before) counts.none += 1
        else failures.push(`${where}: ${found.counts} for ${before} or ${after}`)
        if (isDone && found.counts !== after) failures.push(`${where}: said to be imported, and is not`)
      }
      // What an import without a transaction would leave.
      fresh()
      await interruptedImport(profile, 60_000)
      const half = openWithKeys(profile, keys)
      half.write((db) => db.run('DELETE FROM referrals WHERE id = (SELECT max(id) FROM referrals)'))
      half.close()
      const planted = look(profile, keys).counts
      return {
        kind: 'ran',
        done: `${kills[scale]} kills during an import of ${ROWS} rows: ${counts.none} left none of them, ${counts.all} all, ${failures.length} wrong`,
        tried: kills[scale],
        failures,
        control: { planted: 'an import that lacks one row', isFound: planted !== before && planted !== after },
      }
    }),
}
