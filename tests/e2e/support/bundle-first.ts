import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { electronBinary } from '../../../build/electron-binary.ts'

/** Makes the bundles that have changed, before any window opens. */
export default function bundleFirst(): void {
  const made = spawnSync(process.execPath, [join(import.meta.dirname, '../../../build/bundle.ts')], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`the bundles could not be made:\n${made.stdout}${made.stderr}`)
  process.stdout.write(`The windows open on ${electronBinary() === null ? 'the stand-in for Electron' : 'Electron'}.\n`)
}
