import Database from 'better-sqlite3-multiple-ciphers'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newestSchema, openStore } from '#db'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** Every so many bytes the store is cut off. */
const steps: Readonly<Record<Scale, number>> = { short: 30, full: 400 }

const keyFiles = ['caseboard.key', 'caseboard.key.copy'] as const

type Unusable = { readonly name: string; readonly make: (path: string) => void; readonly expected: string }

function rekeyedSchema(path: string, key: Uint8Array, version: number): void {
  const connection = new Database(path)
  connection.pragma("cipher='sqlcipher'")
  connection.pragma('legacy=4')
  connection.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
  connection.pragma(`user_version=${version}`)
  connection.close()
}

const hashOf = (path: string): string => (existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'gone')

/** Stores that cannot be used, each told for what it is and left as it was. */
export const unusableStores: Torture = {
  name: 'stores cut short, emptied, swapped, newer or missing',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 150, cases: 20, meetings: 3, seed: 17 }) })
      const { store: key } = await madeKeys(profile)
      const other = join(folder, 'other')
      await makeProfile(other, { cost: quickCost })
      const path = join(profile, storeFile)
      const whole = readFileSync(path)
      const cuts = Array.from({ length: steps[scale] }, (_, step) => Math.floor((step * whole.length) / steps[scale]))
      const pageCuts = cuts.map((length) => length - (length % 4096))
      const unusable: readonly Unusable[] = [
        { name: 'missing', make: (at) => rmSync(at), expected: 'storeMissing' },
        ...[...new Set([...cuts, ...pageCuts, whole.length - 1])].map((length) => ({
          name: `cut to ${length} bytes`,
          make: (at: string) => truncateSync(at, length),
          expected: 'storeDamaged',
        })),
        { name: 'overwritten with zeros', make: (at) => writeFileSync(at, Buffer.alloc(whole.length)), expected: 'storeDamaged' },
        { name: 'a text file', make: (at) => writeFileSync(at, 'Not a store.\n'.repeat(4096)), expected: 'storeDamaged' },
        { name: 'an ordinary SQLite file', make: (at) => plainFile(at), expected: 'storeDamaged' },
        {
          name: "another vault's key file",
          make: () => {
            for (const name of keyFiles) cpSync(join(other, name), join(profile, name))
          },
          expected: 'storeDamaged',
        },
        { name: "another vault's store", make: (at) => cpSync(join(other, storeFile), at), expected: 'storeDamaged' },
        { name: 'one version newer', make: (at) => rekeyedSchema(at, key, newestSchema + 1), expected: 'storeNewer' },
        { name: 'a thousand versions newer', make: (at) => rekeyedSchema(at, key, newestSchema + 1000), expected: 'storeNewer' },
      ]
      const failures: string[] = []
      const ownKeys = keyFiles.map((name) => [name, readFileSync(join(profile, name))] as const)
      for (const { name, make, expected } of unusable) {
        writeFileSync(path, whole)
        for (const [keyFile, bytes] of ownKeys) writeFileSync(join(profile, keyFile), bytes)
        make(path)
        const before = hashOf(path)
        const problem = await problemOfOpening(profile, expected)
        if (problem !== null) failures.push(`${name}: ${problem}`)
        if (hashOf(path) !== before) failures.push(`${name}: the file was changed`)
      }
      // Every length of the test plan, past the door: what is no whole number of pages is told before a page is read.
      let lengths = 0
      for (let length = 97; length < whole.length; length += 97) {
        if (scale === 'short' && length % (97 * 20) !== 0) continue
        lengths += 1
        writeFileSync(path, whole.subarray(0, length))
        const opened = openStore(path, key)
        if (opened.ok) opened.store.close()
        if (opened.ok ? length % 4096 !== 0 : opened.failure.kind !== 'damaged')
          failures.push(`cut to ${length} bytes: ${opened.ok ? 'opened' : opened.failure.kind}`)
        if (statSync(path).size !== length) failures.push(`cut to ${length} bytes: the file was changed`)
      }
      writeFileSync(path, whole)
      return {
        kind: 'ran',
        done: `${unusable.length} unusable stores and ${lengths} lengths that are multiples of 97, ${failures.length} not told for what they are or changed`,
        tried: unusable.length + lengths,
        failures,
        control: {
          planted: 'the whole store: it must not be told as unusable',
          isFound: (await problemOfOpening(profile, 'storeDamaged')) !== null,
        },
      }
    }),
}

function plainFile(path: string): void {
  rmSync(path)
  const connection = new Database(path)
  connection.exec('CREATE TABLE elsewhere (id INTEGER PRIMARY KEY) STRICT')
  connection.close()
}

async function problemOfOpening(profile: string, expected: string): Promise<string | null> {
  const vault = vaultOf(profile)
  const status = vault.status()
  const told = status.kind === 'broken' ? status.problem : null
  const unlocked = await vault
    .unlock(madePassphrase)
    .catch((error: unknown) => ({ ok: false as const, refusal: { code: `threw ${String(error)}` } }))
  vault.close()
  const code = unlocked.ok ? 'opened' : unlocked.refusal.code
  return code === expected && (told === null || told === expected)
    ? null
    : `status ${told ?? status.kind}, unlock ${code}, expected ${expected}`
}
