import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../db/connection.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, type MadeKeys, madePassphrase, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { storeTruth } from './store-truth.ts'
import { inFolder, type Outcome, type Scale, type Torture } from './torture.ts'
import { whyNoTrace } from './trace/strace.ts'

/** At so many moments of writing a change into the store the process is ended; a journal lies beside it then. */
const moments: Readonly<Record<Scale, number>> = { short: 1, full: 5 }
const flips: Readonly<Record<Scale, number>> = { short: 200, full: 2000 }
/** The journal is cut at every multiple of so many bytes. */
const cutEvery: Readonly<Record<Scale, number>> = { short: 97 * 90, full: 97 }
/** One of so many is opened through the vault's door as well. */
const throughDoor: Readonly<Record<Scale, number>> = { short: 100, full: 200 }
/** The header is small and all of it counts, so every bit of it is turned. */
const HEADER_BITS = 28 * 8

type Hot = { readonly store: Buffer; readonly journal: Buffer }

function runChild(profile: string, keys: MadeKeys, trace: string, killAt: number | null): void {
  const inject = killAt === null ? [] : ['-e', `inject=pwrite64:signal=KILL:when=${killAt}`]
  const child = join(import.meta.dirname, 'journal-child.ts')
  spawnSync(
    'strace',
    [
      '-f',
      '-y',
      '-qq',
      '-e',
      'trace=pwrite64',
      ...inject,
      '-o',
      trace,
      process.execPath,
      child,
      profile,
      Buffer.from(keys.store).toString('hex'),
    ],
    {
      stdio: 'ignore',
    },
  )
}

/** Stores whose last change was cut off while its pages were written, each with the journal that takes it back. */
function hotStores(folder: string, start: string, keys: MadeKeys, count: number): readonly Hot[] {
  const trace = join(folder, 'trace')
  const fresh = (name: string) => {
    const profile = join(folder, name)
    cpSync(start, profile, { recursive: true })
    return profile
  }
  runChild(fresh('whole'), keys, trace, null)
  const writes = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('pwrite64('))
    .map((line) => (line.includes('-journal>') ? 'journal' : 'store'))
  // The last write of all ends the journal; before it are those of the change's pages.
  const last = writes.lastIndexOf('store')
  const first = writes.lastIndexOf('journal', last) + 1
  return Array.from({ length: count }, (_, moment) => {
    const profile = fresh(`moment-${moment}`)
    runChild(profile, keys, trace, first + 2 + Math.floor(((moment + 0.5) * (last - first)) / count))
    return { store: readFileSync(join(profile, storeFile)), journal: readFileSync(join(profile, `${storeFile}-journal`)) }
  })
}

type Finding = 'told' | 'taken back' | 'HALF'

/** What opening makes of a store and a journal: told as damaged and nothing touched, or the change taken back to the last row. */
function findingOf(profile: string, keys: MadeKeys, truth: string, { store, journal }: Hot): Finding {
  const path = join(profile, storeFile)
  try {
    const opened = openWithKeys(profile, keys)
    try {
      return opened.problems().length === 0 && storeTruth(opened) === truth ? 'taken back' : 'HALF'
    } finally {
      opened.close()
    }
  } catch (error) {
    const isTold = error instanceof Error && error.message.endsWith('damaged')
    const isKept =
      isTold && existsSync(`${path}-journal`) && readFileSync(path).equals(store) && readFileSync(`${path}-journal`).equals(journal)
    return isKept ? 'told' : 'HALF'
  }
}

/** True where opening without a look at the journal leaves half a change, told or not, and the journal is gone. */
function isHalfWithoutLook(profile: string, keys: MadeKeys): boolean {
  try {
    connect(join(profile, storeFile), keys.store, { fileMustExist: true }).close()
    const opened = openWithKeys(profile, keys)
    const isHalf = opened.problems().length > 0
    opened.close()
    return isHalf
  } catch {
    return (
      !existsSync(join(profile, `${storeFile}-journal`)) ||
      readFileSync(join(profile, `${storeFile}-journal`))
        .subarray(0, 8)
        .every((byte) => byte === 0)
    )
  }
}

/** Bits of a journal turned that a killed change has left behind, and the journal cut: never half of a change, and nothing is written to what is damaged. */
export const journalFlips: Torture = {
  name: 'bit flips and cuts in a journal to be played back',
  run: (scale) =>
    inFolder(async (folder): Promise<Outcome> => {
      const why = whyNoTrace()
      if (why !== null) return { kind: 'skipped', why }
      const start = join(folder, 'start')
      await makeProfile(start, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 250, cases: 24, meetings: 3, seed: 73 }) })
      const keys = await madeKeys(start)
      const profile = join(folder, 'profile')
      cpSync(start, profile, { recursive: true })
      const path = join(profile, storeFile)
      const put = ({ store, journal }: Hot, isThere = true) => {
        writeFileSync(path, store)
        if (isThere) writeFileSync(`${path}-journal`, journal)
        else rmSync(`${path}-journal`, { force: true })
      }
      const random = seededRandom(79)
      const failures: string[] = []
      const found: Record<Finding, number> = { told: 0, 'taken back': 0, HALF: 0 }
      let turned = 0
      let cuts = 0
      let withoutJournal = 0
      let halfWithoutLook = 0
      const hot = hotStores(folder, start, keys, moments[scale])
      for (const [moment, whole] of hot.entries()) {
        put(whole)
        const opened = openWithKeys(profile, keys)
        const truth = storeTruth(opened)
        opened.close()
        const judge = (damaged: Hot, what: string): void => {
          put(damaged)
          const finding = findingOf(profile, keys, truth, damaged)
          found[finding] += 1
          if (finding === 'HALF') failures.push(`moment ${moment}, ${what}: half of a change, or files changed`)
        }
        for (let each = 0; each < flips[scale]; each += 1) {
          const journal = Buffer.from(whole.journal)
          const bit = each < HEADER_BITS ? each : random.below(whole.journal.length * 8)
          journal[bit >> 3] = (journal[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          turned += 1
          judge({ ...whole, journal }, `bit ${bit}`)
          if (each % throughDoor[scale] !== 0) continue
          put({ ...whole, journal })
          const vault = vaultOf(profile)
          const unlocked = await vault.unlock(madePassphrase)
          vault.close()
          if (!unlocked.ok && unlocked.refusal.code !== 'storeDamaged')
            failures.push(`moment ${moment}, bit ${bit}: unlock says ${unlocked.refusal.code}`)
          put({ ...whole, journal })
          if (isHalfWithoutLook(profile, keys)) halfWithoutLook += 1
        }
        for (let length = cutEvery[scale]; length < whole.journal.length; length += cutEvery[scale]) {
          cuts += 1
          judge({ ...whole, journal: whole.journal.subarray(0, length) }, `cut to ${length} bytes`)
        }
        // Taken away whole, nothing says that there was a journal: what the half change has done to the pages must tell.
        put(whole, false)
        try {
          const half = openWithKeys(profile, keys)
          if (half.problems().length > 0) withoutJournal += 1
          half.close()
        } catch {
          withoutJournal += 1
        }
      }
      return {
        kind: 'ran',
        done: `${turned} bits and ${cuts} cuts of ${hot.length} journals: ${found.told} told and nothing touched, ${found['taken back']} taken back whole, ${found.HALF} half; ${withoutJournal} of ${hot.length} told where the journal was taken away (not promised)`,
        tried: turned + cuts,
        failures,
        control: { planted: 'the same opened without a look at the journal', isFound: halfWithoutLook > 0 },
      }
    }),
}
