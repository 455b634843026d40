import { spawn } from 'node:child_process'
import { cpSync, existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { newestSchema } from '#db'
import { migrations } from '../../db/migrations/index.ts'
import { type Dump, dumpOf } from '../fixtures/stores/dump.ts'
import { openStored } from '../fixtures/stores/stored.ts'
import { rowDifferences, shapeDifferences } from '../fixtures/stores/upgraded.ts'
import { makeOldProfile } from './old-profile.ts'
import { statementsOf } from './sql-statements.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const every: Readonly<Record<Scale, number>> = { short: 25, full: 1 }

async function updateUntil(profile: string, nth: number): Promise<'killed' | 'ended'> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'update-steps-child.ts'), profile, String(nth)], { stdio: 'ignore' })
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve) =>
    child.once('exit', (status, by) => resolve([status, by])),
  )
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the child ended with ${String(code)} ${String(signal)}`)
  return signal === 'SIGKILL' ? 'killed' : 'ended'
}

/** What is wrong with a store that must be of a schema, and hold what it held. */
function problemsOf(profile: string, golden: Dump, expected: number): readonly string[] {
  const store = openStored(profile)
  try {
    const dump = dumpOf(store)
    return [
      ...(dump.schema === expected ? [] : [`schema ${dump.schema} for ${expected}`]),
      ...store.problems(),
      ...shapeDifferences(store, expected),
      ...rowDifferences(golden, dump, store),
    ]
  } finally {
    store.close()
  }
}

/** An update from the first schema, ended with SIGKILL after each single statement of each step, with changed pages already on the disk. */
export const updateSteps: Torture = {
  name: 'an update ended at every statement',
  run: (scale) =>
    inFolder(async (folder) => {
      const start = join(folder, 'start')
      const golden = await makeOldProfile(start)
      const statements = migrations.slice(golden.schema).reduce((sum, { sql }) => sum + statementsOf(sql).length, 0)
      const failures: string[] = []
      let tried = 0
      let withJournal = 0
      const profile = join(folder, 'profile')
      const fresh = () => {
        rmSync(profile, { recursive: true, force: true })
        cpSync(start, profile, { recursive: true })
      }
      for (let nth = 1; nth <= statements; nth += every[scale]) {
        fresh()
        tried += 1
        if ((await updateUntil(profile, nth)) === 'ended') failures.push(`statement ${nth}: was not reached`)
        const journal = join(profile, 'caseboard.store-journal')
        if (existsSync(journal) && statSync(journal).size > 0) withJournal += 1
        failures.push(...problemsOf(profile, golden, golden.schema).map((problem) => `statement ${nth}: ${problem}`))
        if ((await updateUntil(profile, 0)) === 'ended')
          failures.push(...problemsOf(profile, golden, newestSchema).map((problem) => `after statement ${nth}: ${problem}`))
      }
      // What a change without a transaction would leave.
      fresh()
      const half = openStored(profile)
      half.write((db) => {
        for (const statement of statementsOf(migrations[1]?.sql ?? '').slice(0, 1)) db.run(statement)
      })
      half.close()
      const isFound = problemsOf(profile, golden, golden.schema).length > 0
      return {
        kind: 'ran',
        done: `${tried} of ${statements} statements of ${newestSchema - golden.schema} steps, ${withJournal} with a journal to play back: ${failures.length} wrong`,
        tried,
        failures,
        control: { planted: 'half of a step without its number', isFound },
      }
    }),
}
