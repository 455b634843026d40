import Database from 'better-sqlite3-multiple-ciphers'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type ReadDb } from '#db'
import { handlesOf } from '../../db/handles.ts'
import { migrate } from '../../db/migrate.ts'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { isSound, storeTruth } from './store-truth.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const flips: Readonly<Record<Scale, number>> = { short: 150, full: 10_000 }
/** One of so many is opened through the vault's door as well. */
const throughDoor: Readonly<Record<Scale, number>> = { short: 10, full: 50 }

type Finding = 'told at opening' | 'told at reading' | 'in no row' | 'WRONG ROWS' | 'untold error'

/** What becomes of a damaged file: the damage is told, or touches no row. Anything else is a failure. */
function readAll(open: () => ReadDb & { close(): void }, truth: string): Finding {
  let store: ReturnType<typeof open>
  try {
    store = open()
  } catch (error) {
    return error instanceof Error && (error.message.endsWith('damaged') || refusalOfFileError(error)?.code === 'storeDamaged')
      ? 'told at opening'
      : 'untold error'
  }
  try {
    const isTrue = storeTruth(store) === truth
    if (!isSound(store)) return 'told at reading'
    return isTrue ? 'in no row' : 'WRONG ROWS'
  } catch (error) {
    return refusalOfFileError(error)?.code === 'storeDamaged' ? 'told at reading' : 'untold error'
  } finally {
    store.close()
  }
}

/** Single bits of the store turned, spread over all its pages, free ones too. */
export const storeFlips: Torture = {
  name: 'bit flips in the store',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      const fill = { actions: 250, cases: 24, meetings: 3, seed: 13 }
      await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, fill) })
      const keys = await madeKeys(profile)
      const store = openWithKeys(profile, keys)
      // Free pages: what was deleted leaves them behind.
      store.write((db) =>
        db.run(`INSERT INTO drafts (key, content, saved_at) VALUES ('torture:free', :content, '2026')`, { content: 'x'.repeat(40_000) }),
      )
      store.write((db) => db.run('DELETE FROM drafts'))
      const truth = storeTruth(store)
      store.close()

      const path = join(profile, storeFile)
      const whole = readFileSync(path)
      const random = seededRandom(3)
      const found: Record<Finding, number> = {
        'told at opening': 0,
        'told at reading': 0,
        'in no row': 0,
        'WRONG ROWS': 0,
        'untold error': 0,
      }
      const failures: string[] = []
      for (let each = 0; each < flips[scale]; each += 1) {
        const at = Math.floor(((each + random.next()) * whole.length) / flips[scale])
        const damaged = Buffer.from(whole)
        damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8))
        writeFileSync(path, damaged)
        const finding = readAll(() => openWithKeys(profile, keys), truth)
        found[finding] += 1
        if (finding === 'WRONG ROWS' || finding === 'untold error') failures.push(`byte ${at}: ${finding}`)
        if (each % throughDoor[scale] !== 0) continue
        const vault = vaultOf(profile)
        const unlocked = await vault.unlock(madePassphrase)
        if (!unlocked.ok && unlocked.refusal.code !== 'storeDamaged') failures.push(`byte ${at}: unlock says ${unlocked.refusal.code}`)
        if (unlocked.ok && finding === 'told at opening') failures.push(`byte ${at}: opens through the door and not past it`)
        vault.close()
        writeFileSync(path, damaged)
      }
      writeFileSync(path, whole)
      const opened = openStore(path, keys.store)
      if (!opened.ok) failures.push(`the whole store no longer opens: ${opened.failure.kind}`)
      else opened.store.close()
      return {
        kind: 'ran',
        done: `${flips[scale]} bits of ${whole.length / 4096} pages turned: ${Object.entries(found)
          .filter(([, count]) => count > 0)
          .map(([finding, count]) => `${count} ${finding}`)
          .join(', ')}`,
        tried: flips[scale],
        failures,
        control: {
          planted: 'the same flips in an ordinary file: wrong rows must come out of it',
          isFound: plainGivesWrongRows(join(folder, 'plain.db'), fill),
        },
      }
    }),
}

function plainGivesWrongRows(path: string, fill: Parameters<typeof fillBigStore>[1]): boolean {
  const connection = new Database(path)
  migrate(connection)
  const store = handlesOf(connection)
  store.write((db) => fillBigStore(db, fill))
  const truth = storeTruth(store)
  store.close()
  const whole = readFileSync(path)
  const random = seededRandom(3)
  for (let each = 0; each < 200; each += 1) {
    const damaged = Buffer.from(whole)
    const at = random.below(whole.length)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(path, damaged)
    if (readAll(() => handlesOf(new Database(path)), truth) === 'WRONG ROWS') return true
  }
  return false
}
