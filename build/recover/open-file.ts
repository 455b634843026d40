import { type JournalRead, openForReading, PAGE_SIZE, type ReadOnlyStore, checkPages } from '#db'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isAuthentic, readBackup } from '../../main/vault/backups/container.ts'
import { decodeKeyFile, type KeyFile } from '../../main/vault/keys/key-file.ts'
import { readRecoveryKey } from '../../main/vault/keys/recovery-key.ts'
import { subkey, unwrapDataKey } from '../../main/vault/keys/slots.ts'
import type { RecoverOptions } from './command-line.ts'

/** A file as it lies there, before any secret is known. */
export type FoundFile = {
  readonly kind: 'backup' | 'store'
  readonly path: string
  readonly storeBytes: number
  readonly keyFileText: string
  readonly keyFile: KeyFile
  readonly madeAt: string | null
  /** What is already known to be wrong with it; it may be readable all the same. */
  readonly warnings: readonly string[]
}

/** Reads what can be read without a key. Throws, with words for the person, where there is no going on. */
export async function findFile({ file: path, key }: RecoverOptions): Promise<FoundFile> {
  const file = await open(path, 'r')
  try {
    const reading = await readBackup(file)
    switch (reading.kind) {
      case 'newer':
        throw new Error('This backup was made by a newer version of Caseboard.')
      case 'damaged':
        throw new Error(
          'This backup is damaged: its checksum does not fit. Use another one, or see docs/file-format.md for what may still be read of it.',
        )
      case 'read': {
        const { head } = reading
        return {
          kind: 'backup',
          path,
          storeBytes: head.storeBytes,
          keyFileText: head.keyFile,
          keyFile: keysOf(head.keyFile),
          madeAt: head.madeAt,
          warnings: [],
        }
      }
      case 'notABackup': {
        const { size } = await file.stat()
        const keyPath = key ?? join(dirname(path), 'caseboard.key')
        if (size === 0 || !existsSync(keyPath))
          throw new Error(`This is no backup, and there is no key file at ${keyPath}. Name it with --key.`)
        const text = readFileSync(keyPath, 'utf8')
        const warnings = size % PAGE_SIZE === 0 ? [] : ['The file does not end with a page: it was cut off.']
        return {
          kind: 'store',
          path,
          storeBytes: wholePages(size),
          keyFileText: text,
          keyFile: keysOf(text),
          madeAt: null,
          warnings,
        }
      }
    }
  } finally {
    await file.close()
  }
}

function keysOf(text: string): KeyFile {
  const reading = decodeKeyFile(text)
  if (reading.kind !== 'read')
    throw new Error(reading.kind === 'newer' ? 'The key file is from a newer version of Caseboard.' : 'The key file is damaged.')
  return reading.keyFile
}

export type OpenedFile = {
  /** The file that is read and how much of it: the found one, or a copy in which a journal was played back. It goes with the process. */
  readonly path: string
  readonly storeBytes: number
  readonly journal: JournalRead
  readonly store: ReadOnlyStore
  readonly auditKey: Buffer
  readonly pages: number
  readonly damagedPages: readonly number[]
  /** False where a backup was not put together by a holder of the key; null for a store. */
  readonly isAuthentic: boolean | null
}

/** Opens a found file with a secret; null where it is the wrong one. Throws, with words, where the store does not open with the right key. */
export async function openFile(found: FoundFile, kind: RecoverOptions['secret'], typed: string): Promise<OpenedFile | null> {
  const secret = kind === 'recovery' ? readRecoveryKey(typed) : typed
  const unwrapped = secret === null ? null : await unwrapDataKey(found.keyFile, kind, secret)
  if (!unwrapped) return null
  const storeKey = subkey(unwrapped.dataKey, 'store')
  const { store, path, journal } = openOrExplain(found, storeKey)
  const storeBytes = journal === 'none' ? found.storeBytes : wholePages(statSync(path).size)
  const file = await open(path, 'r')
  try {
    const pages = await checkPages(file.fd, storeKey, { bytes: storeBytes })
    const authentic = found.kind === 'backup' ? await isAuthentic(file, subkey(unwrapped.dataKey, 'backup')) : null
    const auditKey = subkey(unwrapped.dataKey, 'audit')
    return { path, storeBytes, journal, store, auditKey, pages: pages.pages, damagedPages: pages.damaged, isAuthentic: authentic }
  } finally {
    await file.close()
  }
}

function wholePages(bytes: number): number {
  return bytes - (bytes % PAGE_SIZE)
}

function openOrExplain({ path }: FoundFile, key: Uint8Array): ReturnType<typeof openForReading> {
  // Encrypted like the store itself; only a store with a journal to be played back is copied there.
  const scratch = mkdtempSync(join(tmpdir(), 'caseboard-recover-'))
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  try {
    return openForReading(path, key, join(scratch, 'copy.store'))
  } catch (error) {
    const isDamage = error instanceof Error && 'code' in error && /^SQLITE_(?:NOTADB|CORRUPT|IOERR_SHORT_READ)/.test(String(error.code))
    if (!isDamage) throw error
    throw new Error('The key is right, and the first page of the store cannot be read: it is damaged. Use a backup.', { cause: error })
  }
}
