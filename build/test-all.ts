import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './bundle/root.ts'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }
type Stage = { readonly name: string; readonly command: readonly string[]; readonly report?: (folder: string) => Counts }

const reports = mkdtempSync(join(tmpdir(), 'caseboard-test-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function vitestCounts(): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(vitestReport) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
  }
  // A file that does not even load has no failed test to its name.
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests }
}

function playwrightCounts(): Counts {
  const { stats, errors } = readJson(playwrightReport) as {
    stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
    errors: readonly unknown[]
  }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

const stages: readonly Stage[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'bundles', command: ['node', 'build/bundle.ts'] },
  {
    name: 'unit and integration',
    command: [
      'vitest',
      'run',
      '--config',
      'build/vitest.config.ts',
      '--root',
      '.',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    report: vitestCounts,
  },
  { name: 'end to end', command: ['playwright', 'test', '--config', 'build/playwright.config.ts'], report: playwrightCounts },
]

function run({ command }: Stage): Promise<number> {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  })
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve(1)
    })
    child.on('exit', (code) => {
      resolve(code ?? 1)
    })
  })
}

/** What a stage counts for: its own tests, or itself as one; a stage that failed without a failed test counts as one failure. */
function countsOf(stage: Stage, code: number): Counts {
  if (!stage.report) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  try {
    const counts = stage.report(reports)
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const results: { readonly name: string; readonly counts: Counts; readonly seconds: number }[] = []
for (const stage of stages) {
  process.stdout.write(`\n=== ${stage.name}\n`)
  const start = performance.now()
  const code = await run(stage)
  results.push({ name: stage.name, counts: countsOf(stage, code), seconds: (performance.now() - start) / 1000 })
}
rmSync(reports, { recursive: true, force: true })

process.stdout.write('\n')
for (const { name, counts, seconds } of results) {
  const skipped = counts.skipped > 0 ? `, ${String(counts.skipped)} skipped (not passed)` : ''
  process.stdout.write(`${name}: ${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped} (${seconds.toFixed(0)} s)\n`)
}
const total = (pick: (counts: Counts) => number) => results.reduce((sum, { counts }) => sum + pick(counts), 0)
const failed = total((counts) => counts.failed)
const skipped = total((counts) => counts.skipped)
process.stdout.write(
  `\n${String(total((counts) => counts.passed))} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}\n`,
)
process.exit(failed === 0 ? 0 : 1)
