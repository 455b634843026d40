import { operationList, type Api } from '#contract'
import { isoDate, type IsoDate } from '#domain/dates.ts'
import type { AgencyId } from '#domain/ids.ts'
import type { Result } from '#domain/refusal.ts'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Vault, vaultOf } from '../../main/vault/vault.ts'

/** The least cost that the key file's reader takes: tests open many vaults. */
export const quickCost = { memoryKib: 64 * 1024, passes: 3, lanes: 1 } as const
export const passphrase = 'seven purple lamps drift over Quillhaven'

const folders: string[] = []

/** A folder of its own that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-test-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The date on the wall, as the vault reads it. */
export function todayOnTheWall(clock = new Date()): IsoDate {
  return isoDate(`${clock.getFullYear()}-${String(clock.getMonth() + 1).padStart(2, '0')}-${String(clock.getDate()).padStart(2, '0')}`)
}

/** The vault's operations as the renderer sees them: every call goes through `vault.run` and answers its reply. */
export function doorOf(vault: Pick<Vault, 'run'>): Api {
  const table: Record<string, Record<string, (input?: unknown) => Promise<Result<unknown>>>> = {}
  for (const { name } of operationList) {
    const [noun = '', verb = ''] = name.split('.')
    table[noun] = { ...table[noun], [verb]: async (input) => (await vault.run(name, input)).reply }
  }
  return table as unknown as Api
}

/** The value of an accepted reply; a refusal fails the test with its code. */
export async function valueOf<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The refusal of a refused reply; an accepted one fails the test. */
export async function refusalOf(asked: Promise<Result<unknown>>) {
  const result = await asked
  if (result.ok) throw new Error('was accepted')
  return result.refusal
}

/** Goes through the first run in an empty folder; the vault is left open. */
export async function makeVault(folder: string): Promise<{ readonly vault: Vault; readonly recoveryKey: string }> {
  const vault = vaultOf(folder, quickCost)
  const prepared = await vault.prepare(passphrase)
  if (!prepared.ok) throw new Error(`first run refused: ${prepared.refusal.code}`)
  const { recoveryGroups, askedGroups } = prepared.value
  const created = vault.create(askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' })))
  if (!created.ok) throw new Error(`first run refused: ${created.refusal.code}`)
  return { vault, recoveryKey: recoveryGroups.join(' ') }
}

export type OpenVault = {
  readonly vault: Vault
  readonly door: Api
  readonly folder: string
  readonly recoveryKey: string
  readonly police: AgencyId
  readonly housing: AgencyId
  readonly health: AgencyId
}

type Made = { readonly folder: string; readonly recoveryKey: string; readonly agencies: readonly [AgencyId, AgencyId, AgencyId] }
let made: Promise<Made> | undefined

/** Makes one vault with a team and three agencies a test file; `openVault` opens copies of it. */
async function makeTeam(): Promise<Made> {
  const folder = temporaryFolder()
  const { vault, recoveryKey } = await makeVault(folder)
  const door = doorOf(vault)
  await valueOf(door.settings.save({ teamName: 'Quillhaven', coordinatorName: 'Petra Quillpusher', region: 'uk', locale: 'en-GB' }))
  const police = await valueOf(
    door.agencies.add({
      name: 'Quill Valley Police',
      sector: 'police',
      isCore: true,
      people: [{ name: 'Desmond Truncheonby', role: 'representative' }],
    }),
  )
  const housing = await valueOf(
    door.agencies.add({
      name: 'Housing Options',
      sector: 'housing',
      isCore: true,
      people: [{ name: 'Mordecai Keyhole-Smythe', role: 'representative' }],
    }),
  )
  const health = await valueOf(door.agencies.add({ name: 'Quill Valley Health', sector: 'health', isCore: false }))
  vault.close()
  return { folder, recoveryKey, agencies: [police, housing, health] }
}

/** An open vault with a team and three agencies and nothing else, in a folder of its own. */
export async function openVault(): Promise<OpenVault> {
  made ??= makeTeam()
  const { folder: original, recoveryKey, agencies } = await made
  const folder = temporaryFolder()
  cpSync(original, folder, { recursive: true })
  const vault = await reopen(folder)
  const [police, housing, health] = agencies
  return { vault, door: doorOf(vault), folder, recoveryKey, police, housing, health }
}

/** Unlocks the vault of a folder with the test passphrase. */
export async function reopen(folder: string): Promise<Vault> {
  const vault = vaultOf(folder, quickCost)
  const unlocked = await vault.unlock(passphrase)
  if (!unlocked.ok) throw new Error(`unlock refused: ${unlocked.refusal.code}`)
  return vault
}
