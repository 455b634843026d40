import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that it is there whole or not at all: under a neutral temporary name in the same folder, synced, renamed, the folder
 * synced, and read back. Throws what the system throws; an existing file is an `EEXIST` unless `replace` says that the person agreed.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array, { replace }: { readonly replace: boolean }): Promise<void> {
  const temporary = join(dirname(path), `.caseboard-${randomBytes(8).toString('hex')}.tmp`)
  let isReserved = false
  try {
    if (!replace) {
      // Taking the name first, and only if it is free: rename alone would overwrite, and link does not exist on memory sticks.
      await (await open(path, 'wx', 0o600)).close()
      isReserved = true
    }
    await writeSynced(temporary, bytes)
    await rename(temporary, path)
    isReserved = false
    await syncFolder(dirname(path))
    const written = await readFile(path)
    if (!written.equals(bytes)) throw new Error('the file reads back differently')
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (isReserved) await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

/** Makes the folder's list of names durable. Windows cannot open folders, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
