import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle/root.ts'

/** The path of Electron's own program where its download was to be had, else null. */
export function electronBinary(): string | null {
  const asked = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const folder = asked ?? join(root, 'node_modules/electron/dist')
  const names: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }
  const pathFile = join(root, 'node_modules/electron/path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : (names[process.platform] ?? 'electron')
  const path = join(folder, name)
  return existsSync(path) ? path : null
}
