import { createPackage } from '@electron/asar'
import { FuseV1Options } from '@electron/fuses'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes a folder that electron-builder takes for Electron's, where the real one cannot be downloaded: a program that only says so, with a fuse
 * wire like the real one's, and the files that packaging expects to find. Linux only. Gives the folder's path.
 */
export async function makeSubstituteElectron(folder: string, version: string): Promise<string> {
  const dist = join(folder, 'electron-dist')
  await mkdir(join(dist, 'resources'), { recursive: true })
  await mkdir(join(dist, 'locales'))
  await writeFile(join(dist, 'electron'), stubProgram(), { mode: 0o755 })
  await writeFile(join(dist, 'version'), version)
  await writeFile(join(dist, 'LICENSE'), 'This folder is not Electron. It was made to try the packaging out.\n')
  await writeFile(join(dist, 'LICENSES.chromium.html'), '<!doctype html><title>none</title>\n')
  for (const language of ['en-US', 'en-GB', 'es', 'de']) await writeFile(join(dist, 'locales', `${language}.pak`), '')

  const source = await mkdtemp(join(tmpdir(), 'caseboard-default-app-'))
  await writeFile(join(source, 'main.js'), '')
  await createPackage(source, join(dist, 'resources/default_app.asar'))
  await rm(source, { recursive: true })
  return dist
}

/** A shell script that ends with a fuse wire: the sentinel, the version, the number of fuses, and every fuse in the wrong position. */
function stubProgram(): Buffer {
  const count = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length
  return Buffer.concat([
    Buffer.from('#!/bin/sh\necho "This is not Electron: the package was made to be looked at, not to be run." >&2\nexit 1\n# '),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, count]),
    Buffer.from('1'.repeat(count)),
    Buffer.from('\n'),
  ])
}
