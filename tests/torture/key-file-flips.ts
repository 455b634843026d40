import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeKeyFile } from '../../main/vault/keys/key-file.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const names = ['caseboard.key', 'caseboard.key.copy'] as const
/** Of so many damaged main files, each with its copy whole, one is opened with its passphrase. */
const opened: Readonly<Record<Scale, number>> = { short: 400, full: 40 }

function flipped(bytes: Uint8Array, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

/** Every bit of the key file turned, once in both copies (damage must be told), once in the main file alone (the copy must serve). */
export const keyFileFlips: Torture = {
  name: 'bit flips in the key file',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost })
      const paths = names.map((name) => join(profile, name))
      const whole = readFileSync(join(profile, names[0]))
      const failures: string[] = []
      let tried = 0
      let openings = 0
      const put = (...contents: readonly Uint8Array[]) => contents.forEach((content, index) => writeFileSync(paths[index] ?? '', content))

      for (let at = 0; at < whole.length; at += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          const damaged = flipped(whole, at, bit)
          tried += 1
          // What the vault reads by, bit for bit; through the vault's door for one bit of each byte.
          const { kind } = decodeKeyFile(damaged.toString('utf8'))
          if (kind !== 'damaged') failures.push(`byte ${at}, bit ${bit}: read as ${kind}`)
          if (bit !== at % 8) continue
          put(damaged, damaged)
          const status = vaultOf(profile).status()
          if (status.kind !== 'broken' || status.problem !== 'keyFileDamaged')
            failures.push(`byte ${at}, bit ${bit} of both: ${JSON.stringify(status)}`)
          const refused = await vaultOf(profile).unlock(madePassphrase)
          if (refused.ok || refused.refusal.code !== 'keyFileDamaged')
            failures.push(`byte ${at}, bit ${bit} of both: unlock says ${JSON.stringify(refused)}`)
          put(damaged, whole)
          if (vaultOf(profile).status().kind !== 'locked') failures.push(`byte ${at}, bit ${bit} of one: the copy is not used`)
          if (at % opened[scale] !== 0) continue
          openings += 1
          const vault = vaultOf(profile)
          const unlocked = await vault.unlock(madePassphrase)
          vault.close()
          if (!unlocked.ok) failures.push(`byte ${at}, bit ${bit} of one: the copy does not open (${unlocked.refusal.code})`)
        }
      }
      const envelope = JSON.parse(whole.toString('utf8')) as { body: string }
      const body = envelope.body.replace('coordinator', 'deputy')
      const resealed = JSON.stringify({ body, sha256: createHash('sha256').update(body).digest('hex') })
      return {
        kind: 'ran',
        done: `${tried} bits of ${whole.length} bytes turned, ${tried - failures.length} told as damage; the copy opened ${openings} times`,
        tried,
        failures,
        control: {
          planted: 'a word changed and the checksum made to fit it: that is not told as damage, so a flip that fits would be seen',
          isFound: body !== envelope.body && decodeKeyFile(resealed).kind === 'read',
        },
      }
    }),
}
