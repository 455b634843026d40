import Database from 'better-sqlite3-multiple-ciphers'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Plants the fault that power-loss tests must find, in this process: SQLite is told not to wait for the disk and says that it does, and `fsync` does
 * nothing. For the negative controls of the torture only.
 */
export function withoutSyncs(): void {
  const descriptor = Object.getOwnPropertyDescriptor(Database.prototype, 'pragma')
  const pragma = descriptor?.value as ((source: string, options?: Database.PragmaOptions) => unknown) | undefined
  if (!descriptor || !pragma) throw new Error('connections have no pragma to change')
  Object.defineProperty(Database.prototype, 'pragma', {
    ...descriptor,
    value(this: Database.Database, source: string, options?: Database.PragmaOptions): unknown {
      if (source.startsWith('synchronous=')) return pragma.call(this, 'synchronous=OFF')
      return source === 'synchronous' ? 3 : pragma.call(this, source, options)
    },
  })
  fs.fsyncSync = () => undefined
  syncBuiltinESMExports()
}
