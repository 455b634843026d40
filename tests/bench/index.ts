import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../build/bundle/bundle-target.ts'
import { targets } from '../../build/bundle/targets.ts'
import { twoBusyYears } from '../fixtures/big-store.ts'
import { actionFigures } from './action-queries.ts'
import { bigProfiles, plainCopy, workFolder } from './big-profile.ts'
import { caseFigures } from './case-queries.ts'
import { coldStartFigures } from './cold-start.ts'
import { updateFigures } from './durable-update.ts'
import { exportFigures } from './export.ts'
import { type Figure, headLine, lineOf } from './figure.ts'
import { logFigures } from './log.ts'
import { peopleAlikeFigures } from './people-alike.ts'
import { scrollingFigures } from './scrolling.ts'
import { searchFigures } from './search.ts'
import { unlockFigures } from './unlock.ts'

// `npm run bench [-- --json] [-- --only=unlock,update]`: every figure against its reference in the same run. Exit 1 where a bound is missed.
const isJson = process.argv.includes('--json')
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')

const date = new Date()
const today = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
const work = workFolder()
const figures: Figure[] = []
const problems: string[] = []

/** The big profile and its plain copy, made once, when first asked for. */
let big: Promise<{ readonly profiles: readonly [string, string]; readonly plain: string }> | null = null
const bigOnce = () =>
  (big ??= (async () => {
    const profiles = await bigProfiles(work.path, twoBusyYears)
    const plain = join(work.path, 'plain.db')
    plainCopy(plain, twoBusyYears)
    return { profiles, plain }
  })())

const groups: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  'cold-start': () => coldStartFigures(work.path),
  unlock: () => unlockFigures(work.path, twoBusyYears),
  actions: async () => {
    const { profiles, plain } = await bigOnce()
    return actionFigures(profiles, plain, today)
  },
  // After the windows: it changes what they look at.
  update: async () => {
    const { profiles, plain } = await bigOnce()
    return updateFigures(work.path, profiles[0], plain)
  },
  cases: () => caseFigures(work.path),
  search: () => searchFigures(work.path),
  log: () => logFigures(work.path),
  people: peopleAlikeFigures,
  export: () => exportFigures(work.path, today),
  scrolling: async () => scrollingFigures((await bigOnce()).profiles[1]),
}

const say = (line: string): void => void (isJson ? process.stderr : process.stdout).write(`${line}\n`)

try {
  for (const target of targets) {
    const outcome = await bundle(target, false)
    if (outcome === 'made') say(`bundle: ${target.name} made`)
  }
  const [load = 0] = loadavg()
  if (load > cpus().length)
    say(`The machine is busy (load ${load.toFixed(1)} on ${cpus().length} cores): ratios hold roughly, milliseconds do not.`)
  say(headLine)
  for (const [name, measure] of Object.entries(groups)) {
    if (only && !only.includes(name)) continue
    try {
      const made = await measure()
      figures.push(...made)
      say(made[0]?.group ?? name)
      for (const one of made) say(lineOf(one))
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      say(`${name}: NOT MEASURED: ${problems.at(-1) ?? ''}`)
    }
  }
} finally {
  work.remove()
}

const missed = figures.filter((one) => !one.isMet).length
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  platform: process.platform,
  node: process.version,
  load: loadavg()[0] ?? 0,
}
if (isJson) process.stdout.write(`${JSON.stringify({ machine, figures, problems }, null, 2)}\n`)
say(
  `${figures.length} figures, ${missed} over their bound, ${problems.length} not measured (${machine.cores} cores, medians, every figure against its reference in this run)`,
)
process.exit(missed + problems.length === 0 ? 0 : 1)
