import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { Result } from '#domain/refusal.ts'
import { handlesOf } from '../../db/handles.ts'
import { migrate } from '../../db/migrate.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { vaultProcess } from '../../main/vault-process.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { type BigStoreSize, fillBigStore } from '../fixtures/big-store.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { realVault } from '../fixtures/real-vault.ts'
import { sealedVault } from '../support/sealed-vault.ts'

/** A folder for one run of the bench. */
export function workFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'caseboard-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The same records in an ordinary SQLite file, with the same tables and indexes: what the vault is compared with. */
export function plainCopy(path: string, size: BigStoreSize): void {
  const connection = new Database(path)
  migrate(connection)
  handlesOf(connection).write((db) => fillBigStore(db, size))
  connection.close()
}

/** Opens an ordinary file as an ordinary program does, but with the vault's own durability and cache. */
export function openPlain(path: string, locking: 'NORMAL' | 'EXCLUSIVE' = 'NORMAL'): Database.Database {
  const connection = new Database(path)
  for (const setting of [
    `locking_mode=${locking}`,
    'journal_mode=DELETE',
    'synchronous=EXTRA',
    'fullfsync=ON',
    'secure_delete=ON',
    'foreign_keys=ON',
    'temp_store=MEMORY',
    'cache_size=-65536',
  ])
    connection.pragma(setting)
  return connection
}

/** A profile of the size, and a second, equal one, so that it can be open in two processes. */
export async function bigProfiles(folder: string, size: BigStoreSize): Promise<readonly [string, string]> {
  const [first, second] = [join(folder, 'profile'), join(folder, 'profile-too')]
  await makeProfile(first, { cost: quickCost, fill: (db) => fillBigStore(db, size) })
  cpSync(first, second, { recursive: true })
  return [first, second]
}

function okValue({ reply }: { readonly reply: Result<unknown> }): unknown {
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`)
  return reply.value
}

/** The vault as main has it: a process of its own, asked by messages. */
export function vaultInProcess(folder: string) {
  const vault = vaultProcess({ fork: () => realVault(folder, 'bundle'), log: incidentLog(() => undefined), onEnded: () => undefined })
  const call = sealedVault(vault.ask)
  const run = async (name: string, input: unknown): Promise<unknown> => okValue({ reply: await call(name, input) })
  return {
    vault,
    unlock: () => run('vault.unlock', { passphrase: madePassphrase }),
    run,
    end: () => vault.end(),
  }
}

/** The vault in this very process: the same work without the messages. */
export async function vaultHere(folder: string) {
  const vault = vaultOf(folder)
  const unlocked = await vault.unlock(madePassphrase)
  if (!unlocked.ok) throw new Error(`refused: ${unlocked.refusal.code}`)
  return {
    run: async (name: string, input: unknown): Promise<unknown> => okValue(await vault.run(name, input)),
    close: () => vault.close(),
  }
}
