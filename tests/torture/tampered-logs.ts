import { firstBrokenEntry } from '../../main/vault/audit.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { randomTampering, tamperableLog, whileTampered } from '../fixtures/tampered-log.ts'
import type { Scale, Torture } from './torture.ts'

const tamperings: Readonly<Record<Scale, number>> = { short: 200, full: 1000 }

/** The log tampered with at random by somebody who holds the key of the file: altered, shortened, reordered, numbered anew, its marks forged. */
export const tamperedLogs: Torture = {
  name: 'tampered audit logs',
  run: async (scale) => {
    const { connection, db, key } = tamperableLog()
    const random = seededRandom(164)
    const failures: string[] = []
    const kinds = new Map<string, number>()
    for (let each = 0; each < tamperings[scale]; each += 1) {
      const tampering = randomTampering(random)
      kinds.set(tampering.name, (kinds.get(tampering.name) ?? 0) + 1)
      const found = whileTampered(connection, tampering, () => firstBrokenEntry(db, key))
      if (found === null) failures.push(`${tampering.name}: not detected`)
      else if (found !== tampering.begins) failures.push(`${tampering.name}: begins at ${tampering.begins}, found at ${found}`)
    }
    const untouched = firstBrokenEntry(db, key)
    if (untouched !== null) failures.push(`the log that nobody touched breaks at ${untouched}`)
    // A chain checked with a key that the tamperer could have had finds nothing once he has chained it anew: the check does hang on the key.
    const isFound = firstBrokenEntry(db, Buffer.alloc(32, 6)) !== null
    return {
      kind: 'ran',
      done: `${tamperings[scale]} tamperings of ${kinds.size} kinds, ${failures.length} not found where they begin`,
      tried: tamperings[scale],
      failures,
      control: { planted: 'the untouched log checked with another key', isFound },
    }
  },
}
