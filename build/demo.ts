import { type IsoDate, isoDate } from '#domain/dates.ts'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './bundle/root.ts'
import { demoOptions } from './demo/command-line.ts'
import { playMonth } from './demo/month.ts'

/** `npm run demo -- --out DIR [--referrals FILE] [--agencies FILE]`: a whole month on the real interface, left to look at. */
function today(): IsoDate {
  const now = new Date()
  return isoDate(`${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`)
}

try {
  const options = demoOptions(process.argv.slice(2))
  if (spawnSync(process.execPath, [join(root, 'build/bundle.ts')], { stdio: 'inherit' }).status !== 0) process.exit(1)
  const summary = await playMonth(options, today())
  process.stdout.write(
    `\nOn ${summary.host}: ${String(summary.cases)} cases, ${String(summary.discussed)} discussed, ${String(summary.actions)} actions, ` +
      `${String(summary.importedUpdates)} updates taken back, in ${String(summary.seconds)} s. Look at ${options.out}.\n`,
  )
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
