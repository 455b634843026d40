import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madePassphrase } from '../fixtures/made-profile.ts'
import { askedVault, wait } from './asked-vault.ts'
import { canaryOf, encodings, enterEverything, kinds, type Needle, needlesFor } from './canary-entries.ts'
import { inFolder, type Torture } from './torture.ts'

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Each needle that stands in a file under the folder, names of files included. */
function found(folder: string, needles: readonly Needle[]): readonly string[] {
  return filesUnder(folder).flatMap((path) => {
    const content = Buffer.concat([Buffer.from(path.slice(folder.length)), readFileSync(path)])
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ what }) => `${what} in ${path.slice(folder.length + 1)}`)
  })
}

/** A first run and a month's entries, ended by SIGKILL in the middle of a write: no text of it in any file of the data folder, in any encoding. */
export const canaryScan: Torture = {
  name: 'canaries in the data folder',
  run: () =>
    inFolder(async (folder) => {
      const passphrase = `${madePassphrase} ${canaryOf('passphrase')}`
      const vault = askedVault(folder)
      const { recoveryGroups, askedGroups } = (await vault.value('vault.prepare', { passphrase })) as {
        recoveryGroups: string[]
        askedGroups: number[]
      }
      await vault.value('vault.create', { typedGroups: askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' })) })
      await enterEverything((name, input) => vault.value(name, input))
      const writing = (async () => {
        for (
          let count = 0;
          (await vault.run('drafts.save', { key: 'referral:new', content: canaryOf('draft').repeat(1000 + count) })) !== null;
          count += 1
        );
      })()
      await wait(40)
      await vault.kill()
      await writing

      const needles = kinds.filter((kind) => kind !== 'recoveryKey').flatMap((kind) => needlesFor(kind, canaryOf(kind)))
      const all = [
        ...needles,
        ...needlesFor('recoveryKey', recoveryGroups.join('')),
        ...needlesFor('recoveryKey, as shown', recoveryGroups.slice(0, 4).join(' ')),
      ]
      const failures = [...found(folder, all)]
      const files = filesUnder(folder)
      const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
      // One planted file for each encoding: all of them must be found.
      const planted = Object.entries(encodings).flatMap(([encoding, encode]) =>
        encode(canaryOf('victimName')).map((each, shift) => ({ name: `planted-${encoding.replace(/\W/g, '')}-${shift}`, each })),
      )
      for (const { name, each } of planted)
        writeFileSync(join(folder, name), Buffer.concat([Buffer.from('before '), each, Buffer.from(' after')]))
      const hits = new Set(found(folder, all).map((line) => line.split(' in ').at(-1)))
      return {
        kind: 'ran',
        done: `${kinds.length} kinds of text in ${Object.keys(encodings).length} encodings looked for in ${files.length} files (${Math.round(bytes / 1024)} KiB), ${failures.length} found`,
        tried: all.length,
        failures,
        control: {
          planted: `${planted.length} files with one of them, one for each form of each encoding`,
          isFound: planted.every(({ name }) => hits.has(name)),
        },
      }
    }),
}
