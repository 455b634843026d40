/**
 * Runs one of the project's TypeScript programs on the Node that the project pins: `node build/run.mjs build/demo.ts [arguments]`. Written for the
 * oldest Node that people may have. Packages' install scripts are switched off (.npmrc), so the pinned Node is fetched here the first time.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function npm(...args) {
  // npm tells its own place to the scripts it runs; elsewhere it is found on the PATH.
  const cli = process.env.npm_execpath
  const [command, before] = cli ? [process.execPath, [cli]] : ['npm', []]
  return spawnSync(command, [...before, ...args], { cwd: root, encoding: 'utf8', shell: !cli && process.platform === 'win32' })
}

if (!existsSync(join(root, 'node_modules'))) {
  process.stderr.write('The packages are not installed yet. Run: npm ci\n')
  process.exit(1)
}
if (!existsSync(pinned)) {
  const { status, stdout, stderr } = npm('rebuild', 'node', '--ignore-scripts=false')
  if (status !== 0 || !existsSync(pinned)) {
    process.stderr.write(
      `${stdout}${stderr}\nNode 24 could not be fetched from the npm registry. Check the connection and run: npm rebuild node --ignore-scripts=false\n`,
    )
    process.exit(1)
  }
}
const child = spawn(pinned, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(pinned), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
