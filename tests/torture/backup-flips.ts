import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupFile, readBackup } from '../../main/vault/backups/container.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { makeBackupOf } from './made-backup.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

/** Every so many bytes one is turned; of those, every so many through the vault's door. */
const every: Readonly<Record<Scale, number>> = { short: 401, full: 1 }
const throughDoor: Readonly<Record<Scale, number>> = { short: 40, full: 4000 }
const MARK_BYTES = 16
const HASH_BYTES = 32

/** A backup in memory: what is read of it is what lies in the buffer now. */
function inMemory(bytes: Buffer): BackupFile {
  return {
    stat: async () => ({ size: bytes.length }),
    read: async (buffer, offset, length, position) => ({ bytesRead: bytes.copy(buffer, offset, position, position + length) }),
  }
}

/** What must be said of a backup of which this byte was turned: nothing can be said of one whose mark is gone but that it is none. */
function expectedAt(at: number, length: number): 'damaged' | 'notABackup' {
  const markEnd = length - HASH_BYTES
  return at >= markEnd - MARK_BYTES && at < markEnd ? 'notABackup' : 'damaged'
}

/** One bit of every byte of a backup turned, and every 97th length that it may be cut to. */
export const backupFlips: Torture = {
  name: 'bit flips and cuts in a backup',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost })
      const path = await makeBackupOf(profile, folder)
      const whole = readFileSync(path)
      const failures: string[] = []
      const vault = vaultOf(profile, quickCost)
      let [flips, cuts, opened] = [0, 0, 0]

      const bytes = Buffer.from(whole)
      for (let at = 0; at < whole.length; at += every[scale]) {
        const right = bytes[at] ?? 0
        bytes[at] = right ^ (1 << (at % 8))
        flips += 1
        const expected = expectedAt(at, whole.length)
        const { kind } = await readBackup(inMemory(bytes))
        if (kind !== expected) failures.push(`byte ${at}: ${kind}, not ${expected}`)
        if (flips % throughDoor[scale] === 0) {
          opened += 1
          writeFileSync(path, bytes)
          const chosen = await vault.restoring.choose({ path })
          const code = chosen.ok ? 'chosen' : chosen.refusal.code
          if (code !== (expected === 'damaged' ? 'backupDamaged' : 'notABackup')) failures.push(`byte ${at}: the screen says ${code}`)
        }
        bytes[at] = right
      }
      for (let length = 0; length < whole.length; length += 97 * every[scale]) {
        cuts += 1
        const { kind } = await readBackup(inMemory(whole.subarray(0, length)))
        if (kind === 'read') failures.push(`cut to ${length}: taken for whole`)
      }

      const control = await refittedBackup(vault, path, whole)
      vault.close()
      return {
        kind: 'ran',
        done: `${flips} of ${whole.length} bytes turned, ${cuts} cuts, ${opened} through the vault’s door: ${flips + cuts - failures.length} told for what they are`,
        tried: flips + cuts,
        failures,
        control: {
          planted: 'a byte turned and the checksum made to fit: taken for whole without the key, told as damage with it',
          isFound: control,
        },
      }
    }),
}

/** Turns a byte of the store and puts the checksum right, as somebody could who has no key. */
async function refittedBackup(vault: ReturnType<typeof vaultOf>, path: string, whole: Buffer): Promise<boolean> {
  const changed = Buffer.from(whole)
  changed[9000] = (changed[9000] ?? 0) ^ 1
  createHash('sha256')
    .update(changed.subarray(0, -HASH_BYTES))
    .digest()
    .copy(changed, changed.length - HASH_BYTES)
  writeFileSync(path, changed)
  const chosen = await vault.restoring.choose({ path })
  const rehearsed = await vault.restoring.rehearse({ kind: 'passphrase', passphrase: madePassphrase })
  return chosen.ok && !rehearsed.ok && rehearsed.refusal.code === 'backupDamaged'
}
