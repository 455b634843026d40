import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBackupName } from '#domain/backup/file-name.ts'
import { type BackupPhase, makeBackup } from '../../main/vault/backups/make-backup.ts'
import { encodeKeyFile } from '../../main/vault/keys/key-file.ts'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { makeBackupOf } from './made-backup.ts'
import type { Outcome } from './torture.ts'

const [mount = '', stepText = ''] = process.argv.slice(2)
const steps = Number(stepText)
const stick = join(mount, 'stick')
const ballast = join(mount, 'ballast')
const failures: string[] = []
const codes = new Map<string, number>()
let tried = 0

// Backups go to the mounted drive from a store elsewhere; for the restore, which needs room beside the records, they lie on it.
const elsewhere = mkdtempSync(join(tmpdir(), 'caseboard-torture-'))
let profile = join(elsewhere, 'profile')
await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 300, cases: 30, meetings: 3, seed: 59 }) })
const keys = await madeKeys(profile)
mkdirSync(stick)

/** Leaves so many KiB free. */
function leave(kib: number): void {
  rmSync(ballast, { force: true })
  const { bavail, bsize } = statfsSync(mount)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kib * 1024)))
}
const free = (): void => rmSync(ballast, { force: true })
const remount = (mode: 'ro' | 'rw'): void => void execFileSync('mount', ['-o', `remount,${mode}`, mount])

/** Makes a backup with the room check answered for, so that the disk itself refuses; `onPhase` interferes. */
async function backUp(onPhase: (phase: BackupPhase) => void = () => undefined): Promise<string> {
  tried += 1
  const reading = readKeyFile(profile)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  const store = openWithKeys(profile, keys)
  try {
    const source = {
      store,
      storeBytes: () => 1,
      isSound: async () => true,
      keys: { store: keys.store, backup: keys.audit },
      vaultId: reading.keyFile.vaultId,
      keyFile: () => encodeKeyFile(reading.keyFile),
    }
    const made = await makeBackup(source, stick, new Date(), onPhase)
    const code = made.ok ? 'made' : made.refusal.code
    codes.set(code, (codes.get(code) ?? 0) + 1)
    return code
  } finally {
    store.close()
  }
}

/** A refused backup leaves nothing with a backup's name, and nothing unfinished where it could be removed. */
function leftovers(where: string, mayStay = false): void {
  const names = readdirSync(stick)
  if (names.some((name) => readBackupName(name) !== null)) failures.push(`${where}: left a backup`)
  if (!mayStay && names.length > 0) failures.push(`${where}: left ${names.join(' ')}`)
}

function clear(): void {
  rmSync(stick, { recursive: true, force: true })
  mkdirSync(stick)
}

const storeKib = statSync(join(profile, storeFile)).size / 1024
for (let step = 0; step < steps; step += 1) {
  const kib = Math.round((step * storeKib * 1.2) / steps)
  leave(kib)
  const code = await backUp()
  if (code !== 'made' && code !== 'backupPlaceFull') failures.push(`${kib} KiB: ${code}`)
  if (code !== 'made') leftovers(`${kib} KiB`)
  free()
  if (step % 10 === 0 && (await backUp()) !== 'made') failures.push(`${kib} KiB: not made with room either`)
  clear()
}

for (const phase of ['checking', 'copying', 'verifying'] as const) {
  let isReadOnly = false
  const readOnly = await backUp((now) => {
    if (now !== phase || isReadOnly) return
    isReadOnly = true
    remount('ro')
  })
  remount('rw')
  if (readOnly !== 'backupPlaceReadOnly') failures.push(`read-only when ${phase}: ${readOnly}`)
  leftovers(`read-only when ${phase}`, true)
  clear()
  const gone = await backUp((now) => {
    if (now === phase) rmSync(stick, { recursive: true, force: true })
  })
  if (gone !== 'backupPlaceGone') failures.push(`gone when ${phase}: ${gone}`)
  clear()
}

// A restore with too little room for its scratch copy: refused, and the records open as before.
cpSync(profile, join(mount, 'profile'), { recursive: true })
profile = join(mount, 'profile')
const backup = await makeBackupOf(profile, elsewhere)
for (let step = 0; step < steps; step += 6) {
  const kib = Math.round((step * storeKib) / steps)
  const vault = vaultOf(profile, quickCost)
  await vault.restoring.choose({ path: backup })
  leave(kib)
  tried += 1
  const rehearsed = await vault.restoring.rehearse({ kind: 'passphrase', passphrase: madePassphrase }).then(
    (reply) => (reply.ok ? 'rehearsed' : reply.refusal.code),
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )
  codes.set(rehearsed, (codes.get(rehearsed) ?? 0) + 1)
  if (!['rehearsed', 'diskFull'].includes(rehearsed)) failures.push(`restore, ${kib} KiB: ${rehearsed}`)
  free()
  const unlocked = await vault.unlock(madePassphrase)
  if (!unlocked.ok) failures.push(`restore, ${kib} KiB: the records do not open afterwards (${unlocked.refusal.code})`)
  vault.close()
}

rmSync(elsewhere, { recursive: true, force: true })
process.stdout.write(
  `${JSON.stringify({
    kind: 'ran',
    done: `${tried} attempts: ${[...codes].map(([code, count]) => `${count} ${code}`).join(', ')}; ${failures.length} wrong`,
    tried,
    failures,
    control: { planted: 'the same with room: a backup must be made', isFound: (codes.get('made') ?? 0) > 0 },
  } satisfies Outcome)}\n`,
)
