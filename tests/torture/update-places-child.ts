import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { STORE_FILE } from '../../main/vault/keeping/place.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../fixtures/made-profile.ts'
import { dumpOf } from '../fixtures/stores/dump.ts'
import { openStored } from '../fixtures/stores/stored.ts'
import { rowDifferences, upgradeDifferences } from '../fixtures/stores/upgraded.ts'
import { makeOldProfile } from './old-profile.ts'
import type { Outcome } from './torture.ts'

const [folder = '', stepText = ''] = process.argv.slice(2)
const steps = Number(stepText)
const failures: string[] = []
const counts: Record<string, number> = {}
let tried = 0

// The original lies on another disk: here there may be no room for it.
const aside = mkdtempSync(join(tmpdir(), 'caseboard-old-'))
const golden = await makeOldProfile(aside)
const storeBytes = statSync(join(aside, STORE_FILE)).size
const profile = join(folder, 'profile')
const ballast = join(folder, 'ballast')

/** Lays the older data folder anew and leaves so many KiB free. */
function lay(kib: number): void {
  rmSync(ballast, { force: true })
  rmSync(profile, { recursive: true, force: true })
  cpSync(aside, profile, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kib * 1024)))
}

/** Unlocks as main/vault/index.ts would answer it. */
async function unlock(): Promise<string> {
  const vault = vaultOf(profile, quickCost)
  tried += 1
  try {
    const unlocked = await vault.unlock(madePassphrase)
    vault.close()
    if (unlocked.ok) return 'opened'
    return unlocked.refusal.code === 'notUpdated' ? `notUpdated.${unlocked.refusal.why}` : unlocked.refusal.code
  } catch (error) {
    return refusalOfFileError(error)?.code ?? `threw ${String(error)}`
  }
}

/** What is wrong with the rows as they lie there, at whatever schema. */
function wrongRows(): readonly string[] {
  const store = openStored(profile)
  try {
    return [...store.problems(), ...rowDifferences(golden, dumpOf(store), store)]
  } finally {
    store.close()
  }
}

function checkUpgraded(where: string): void {
  const store = openStored(profile)
  failures.push(...[...store.problems(), ...upgradeDifferences(golden, dumpOf(store), store)].map((line) => `${where}: ${line}`))
  store.close()
}

// From no room at all to more than the backup asks for: with the backup's room there is room for the change as well.
const most = Math.ceil((storeBytes * 4) / 1024)
for (let step = 0; step < steps; step += 1) {
  const kib = Math.round((step * most) / (steps - 1))
  const where = `${kib} KiB`
  lay(kib)
  const code = await unlock()
  counts[code] = (counts[code] ?? 0) + 1
  if (!['opened', 'notUpdated.full', 'diskFull'].includes(code)) failures.push(`${where}: ${code}`)
  rmSync(ballast, { force: true })
  if (code !== 'opened') {
    const isUntouched = readFileSync(join(profile, STORE_FILE)).equals(readFileSync(join(aside, STORE_FILE)))
    if (!isUntouched) failures.push(...wrongRows().map((line) => `${where}, refused: ${line}`))
    const again = await unlock()
    if (again !== 'opened') failures.push(`${where}: with room again ${again}`)
  }
  checkUpgraded(where)
}

function mountAs(mode: 'ro' | 'rw'): void {
  const { status, stderr } = spawnSync('mount', ['-o', `remount,${mode}`, folder])
  if (status !== 0) throw new Error(`mount: ${stderr.toString()}`)
}
lay(most)
rmSync(ballast, { force: true })
mountAs('ro')
const readOnly = await unlock()
if (!['notUpdated.readOnly', 'folderReadOnly'].includes(readOnly)) failures.push(`read-only: ${readOnly}`)
mountAs('rw')
if (!readFileSync(join(profile, STORE_FILE)).equals(readFileSync(join(aside, STORE_FILE))))
  failures.push('read-only: the store was changed')
const writable = await unlock()
if (writable !== 'opened') failures.push(`no longer read-only: ${writable}`)
checkUpgraded('no longer read-only')

// A row that an update lost.
const store = openStored(profile)
store.write((db) => db.run('DELETE FROM stated_risks'))
store.close()
const isFound = wrongRows().length > 0
rmSync(aside, { recursive: true, force: true })
process.stdout.write(
  `${JSON.stringify({
    kind: 'ran',
    done: `${steps} amounts of room and a disk that cannot be written to: ${Object.entries(counts)
      .map(([code, count]) => `${count} ${code}`)
      .join(', ')}; ${failures.length} wrong`,
    tried,
    failures,
    control: { planted: 'a row lost on the way', isFound },
  } satisfies Outcome)}\n`,
)
