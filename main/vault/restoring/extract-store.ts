import { checkPages } from '#db'
import { open, type FileHandle } from 'node:fs/promises'

const CHUNK = 256 * 1024

/**
 * Copies the store of a backup to a file of its own, synced, and checks every page of the copy. False where one does not fit. Throws what the
 * disk throws.
 */
export async function extractStore(backup: FileHandle, storeBytes: number, key: Uint8Array, path: string): Promise<boolean> {
  const copy = await open(path, 'wx+', 0o600)
  try {
    const buffer = Buffer.alloc(CHUNK)
    for (let at = 0; at < storeBytes;) {
      const { bytesRead } = await backup.read(buffer, 0, Math.min(CHUNK, storeBytes - at), at)
      if (bytesRead === 0) return false
      for (let written = 0; written < bytesRead;)
        written += (await copy.write(buffer, written, bytesRead - written, at + written)).bytesWritten
      at += bytesRead
    }
    await copy.sync()
    return (await checkPages(copy.fd, key)).damaged.length === 0
  } finally {
    await copy.close()
  }
}
