import type { KeyDesk } from './desk.ts'
import { encodeKeyFile, type KeyFile } from './key-file.ts'

/**
 * Runs a change that writes rows and, last, the key file. Where the disk fails after the key file was begun (at its own sync, at the commit of the rows) the key
 * file of before is written again and the error goes on: what was refused has not happened. Where the disk takes not even that, what lies there decides: a
 * new key file is in force and the change is acknowledged, its rows and log entry made up for at the next unlock.
 */
export function withKeyFile<Value>(
  desk: Pick<KeyDesk, 'readKeyFile' | 'writeKeyFile'>,
  done: Value,
  change: (onFiles: () => void) => void,
): Value {
  let before: KeyFile | null = null
  try {
    change(() => {
      before = desk.readKeyFile()
    })
    return done
  } catch (error) {
    if (before === null || isPutBack(desk, before)) throw error
    return done
  }
}

function isPutBack(desk: Pick<KeyDesk, 'readKeyFile' | 'writeKeyFile'>, before: KeyFile): boolean {
  try {
    desk.writeKeyFile(before)
    return true
  } catch {
    return encodeKeyFile(desk.readKeyFile()) === encodeKeyFile(before)
  }
}
