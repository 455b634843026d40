import { processTree } from '../e2e/support/open-sockets.ts'
import { subkey } from '../../main/vault/keys/slots.ts'
import { dataKeyOf } from '../support/look-inside-keys.ts'
import { scanMemory } from './app/process-memory.ts'
import { masked, type Secrets } from './app/type-secrets.ts'
import { makeBundles, watchedApp } from './app/watched-app.ts'
import type { Needle } from './canary-entries.ts'
import { inFolder, type Torture } from './torture.ts'

const words = {
  passphrase: 'marmalade zeppelin quarrelsome thistles',
  victim: 'Zyxomma Quibblethwaite',
  address: '17 Wobblestone Crescent',
} satisfies Record<keyof Secrets, string>

function keyNeedles(dataKey: Buffer): readonly Needle[] {
  const keys = {
    'data key': dataKey,
    'store key': subkey(dataKey, 'store'),
    'log key': subkey(dataKey, 'audit'),
    'seal key': subkey(dataKey, 'seal'),
  }
  return Object.entries(keys).flatMap(([what, bytes]) => [
    { what, bytes },
    { what: `${what} in hex`, bytes: Buffer.from(bytes.toString('hex')) },
  ])
}

const wordNeedles: readonly Needle[] = Object.entries(words).flatMap(([what, text]) => [
  { what, bytes: Buffer.from(text) },
  { what: `${what} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
])

/** One passphrase and one case typed letter by letter; then every process that is left after the lock is looked through. */
export const memoryAfterLock: Torture = {
  name: 'memory after the lock',
  run: async () => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'looks into /proc' }
    await makeBundles()
    return inFolder(async (folder) => {
      const secrets = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, masked(text)]))
      const app = watchedApp({ script: 'type-secrets.ts', folder, env: { CASEBOARD_TORTURE_SECRETS: JSON.stringify(secrets) } })
      try {
        await app.reached('open')
        const keys = keyNeedles(await dataKeyOf(app.profile, words.passphrase))
        const scan = () => processTree(app.pid).map((pid) => scanMemory(pid, [...keys, ...wordNeedles]))
        const open = scan()
        app.goOn()
        await app.reached('locked')
        const locked = scan()
        const failures = locked.flatMap((report) => report.hits.map((hit) => `${report.what}: ${hit}`))
        const megabytes = locked.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
        const hasBefore = (what: string, needle: string) =>
          open.some((each) => each.what === what && each.hits.some((hit) => hit.startsWith(needle)))
        return {
          kind: 'ran',
          done: `${String(locked.length)} processes, ${megabytes.toFixed(0)} MB: ${String(failures.length)} keys or words`,
          tried: locked.length,
          failures,
          control: {
            planted: 'the same look before the lock, at vault and page',
            isFound: hasBefore('vault', 'store key') && hasBefore('vault', 'victim') && hasBefore('Chromium renderer', 'victim'),
          },
        }
      } finally {
        app.kill()
      }
    })
  },
}
