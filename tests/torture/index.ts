import { isPassed, someOf } from './torture.ts'
import { tortures } from './tortures.ts'
import { makeVaultBundle } from './vault-bundle.ts'

// `npm run torture [-- --short] [-- --only=full-disk]`: counts in the output; exit 1 where something failed or a planted fault was not found.
const scale = process.argv.includes('--short') ? 'short' : 'full'
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .replaceAll('-', ' ')

await makeVaultBundle()
const counts = { passed: 0, failed: 0, skipped: 0 }
for (const torture of tortures) {
  if (only !== undefined && !torture.name.replaceAll('-', ' ').includes(only)) continue
  const start = performance.now()
  process.stdout.write(`${torture.name} ... `)
  try {
    const outcome = await torture.run(scale)
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    if (outcome.kind === 'skipped') {
      counts.skipped += 1
      process.stdout.write(`skipped (not passed): ${outcome.why}\n`)
      continue
    }
    const isGood = isPassed(outcome)
    counts[isGood ? 'passed' : 'failed'] += 1
    process.stdout.write(`${isGood ? 'passed' : 'FAILED'}: ${outcome.done} (${seconds} s)\n`)
    process.stdout.write(`    control, ${outcome.control.planted}: ${outcome.control.isFound ? 'found' : 'NOT FOUND'}\n`)
    if (outcome.failures.length > 0) process.stdout.write(`${someOf(outcome.failures).replace(/^/gm, '    ')}\n`)
  } catch (error) {
    counts.failed += 1
    process.stdout.write(`FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${scale} form)\n`)
// A name that fits nothing is a mistake, not a pass.
process.exit(counts.failed === 0 && counts.passed + counts.skipped > 0 ? 0 : 1)
