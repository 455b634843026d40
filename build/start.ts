import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './bundle/root.ts'
import { electronBinary } from './electron-binary.ts'

// `npm start [-- --profile DIR]`: bundles what has changed and opens the app, on Electron where its program is there.

const made = spawnSync(process.execPath, [join(root, 'build/bundle.ts')], { stdio: 'inherit' })
if (made.status !== 0) process.exit(made.status ?? 1)

const args = process.argv.slice(2)
const entry = join(root, 'out/main/index.js')
const electron = electronBinary()
console.log(
  electron === null ? 'Electron is not installed here: opening the app on the stand-in (Chromium).' : 'Opening the app on Electron.',
)

const child =
  electron === null
    ? spawn(process.execPath, ['--import', './build/stand-in/register.mjs', entry, ...args], { cwd: root, stdio: 'inherit' })
    : spawn(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), entry, ...args], { cwd: root, stdio: 'inherit' })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exit(code ?? (signal === null ? 0 : 1))
})
