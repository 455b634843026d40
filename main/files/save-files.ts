import { accept, refuse, type Refusal, type Result } from '#domain/refusal.ts'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OutputFile } from '../vault/protocol.ts'
import { syncFolder, writeFileWhole } from './write-file-whole.ts'

/** Finds out whether files can be written to a folder, by writing one and removing it. */
export async function tryFolder(folder: string): Promise<Result<null>> {
  const probe = join(folder, `.caseboard-probe-${String(process.pid)}.tmp`)
  try {
    await writeFileWhole(probe, new Uint8Array(1), { replace: true })
    await rm(probe)
    return accept(null)
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined)
    return refuse(refusalFor(error, ''))
  }
}

/** Writes all files to a folder, or none: the first that fails, or whose name is taken, takes back those before it. */
export async function saveFiles(folder: string, files: readonly OutputFile[]): Promise<Result<null>> {
  const written: string[] = []
  for (const { name, bytes } of files) {
    assertPlainName(name)
    const path = join(folder, name)
    try {
      await writeFileWhole(path, bytes, { replace: false })
      written.push(path)
    } catch (error) {
      for (const earlier of written) await rm(earlier, { force: true }).catch(() => undefined)
      await syncFolder(folder).catch(() => undefined)
      return refuse(refusalFor(error, name))
    }
  }
  return accept(null)
}

/** Writes one file at the place that the person named in a dialog, which has asked her before replacing another. */
export async function saveFileAs(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFileWhole(path, bytes, { replace: true })
    return accept(null)
  } catch (error) {
    return refuse(refusalFor(error, basename(path)))
  }
}

/** The refusal for what the system threw while writing; `name` is the file's own name, without its folder; empty where the folder alone is tried. */
export function refusalFor(error: unknown, name: string): Refusal {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'placeNotWritable' }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
      return { code: 'placeGone' }
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'diskFull' }
    default:
      return name === '' ? { code: 'placeNotWritable' } : { code: 'fileNotWritten', name }
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** The vault names files; one that led out of the folder would be a bug there. */
function assertPlainName(name: string): void {
  // Refused: separators, what Windows forbids, control characters, and dots at the ends.
  if (!/^[^<>:"/\\|?*\p{Cc}]{1,200}$/u.test(name) || name.startsWith('.') || name.endsWith('.')) throw new Error('not a plain file name')
}
