import { connect, rawKeyLiteral } from './connection.ts'

/** Encrypts a store that nobody has open under another 32-byte key, page by page, in one transaction. Throws what SQLite throws. */
export function rekeyStore(path: string, oldKey: Uint8Array, newKey: Uint8Array): void {
  const connection = connect(path, oldKey, { fileMustExist: true })
  try {
    const literal = rawKeyLiteral(newKey)
    connection.rekey(literal)
    literal.fill(0)
  } finally {
    connection.close()
  }
}
