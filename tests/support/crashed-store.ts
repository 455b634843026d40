import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../db/connection.ts'
import { keysOf } from './inside-store.ts'
import { temporaryFolder } from './open-vault.ts'

const half = 'half of a change'

/** A copy of a closed vault's folder as a power cut leaves it in the middle of a change: pages of the change in the store, and a journal beside it. */
export async function crashedCopyOf(folder: string): Promise<string> {
  const { store: key } = await keysOf(folder)
  const connection = connect(join(folder, 'caseboard.store'), key, { fileMustExist: true })
  connection.pragma('cache_size=5')
  connection.exec(`BEGIN IMMEDIATE;
    UPDATE referrals SET summary = '${half}' || hex(randomblob(4000)); UPDATE agencies SET notes = '${half}' || hex(randomblob(4000))`)
  const crashed = temporaryFolder()
  cpSync(folder, crashed, { recursive: true })
  connection.exec('ROLLBACK')
  connection.close()
  return crashed
}

/** Turns a bit in every record of the journal, or in so many of the first. */
export function spoilJournal(folder: string, most = Infinity): void {
  const path = join(folder, 'caseboard.store-journal')
  const bytes = readFileSync(path)
  for (let at = 600; at < bytes.length && at < 600 + most * 4104; at += 900) bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
