import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeKeyFile, encodeKeyFile, type KeyFile } from '../../../../main/vault/keys/key-file.ts'
import { readKeyFile, writeKeyFile } from '../../../../main/vault/keys/key-file-store.ts'
import { temporaryFolder } from '../../../support/open-vault.ts'

const keyFile: KeyFile = {
  format: 'caseboard-key',
  version: 1,
  vaultId: 'a'.repeat(32),
  slots: [
    {
      id: 'b'.repeat(16),
      kind: 'passphrase',
      role: 'coordinator',
      kdf: { algorithm: 'argon2id', version: 19, memoryKib: 65_536, passes: 3, lanes: 1, salt: randomBytes(32).toString('base64') },
      nonce: randomBytes(12).toString('base64'),
      wrapped: randomBytes(48).toString('base64'),
    },
  ],
}
/** A file with another body and the checksum that fits it: not damage. */
function sealed(body: unknown): string {
  const text = JSON.stringify(body)
  return JSON.stringify({ body: text, sha256: createHash('sha256').update(text).digest('hex') })
}

describe('the text of a key file', () => {
  test('reads back as it was written', () => {
    expect(decodeKeyFile(encodeKeyFile(keyFile))).toEqual({ kind: 'read', keyFile })
  })

  test('every single flipped bit is damage, never another key file and never a newer one', () => {
    const good = Buffer.from(encodeKeyFile(keyFile))
    for (let at = 0; at < good.length; at += 1) {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      const reading = decodeKeyFile(bytes.toString('utf8'))
      // White space between the two fields is not the file's content.
      if (reading.kind === 'read') expect(reading.keyFile).toEqual(keyFile)
      else expect(reading.kind).toBe('damaged')
    }
  })

  test('cut short anywhere is damage', () => {
    const text = encodeKeyFile(keyFile)
    for (let length = 0; length < text.length - 2; length += 7) expect(decodeKeyFile(text.slice(0, length)).kind).toBe('damaged')
  })

  test('a sound file of a later version is told apart from damage', () => {
    expect(decodeKeyFile(sealed({ ...keyFile, version: 2, more: true }))).toEqual({ kind: 'newer' })
    expect(decodeKeyFile(sealed({ ...keyFile, version: 0 }))).toEqual({ kind: 'damaged' })
  })

  test.each([
    ['less memory than 64 MiB', { memoryKib: 32 * 1024 }],
    ['more memory than 1 GiB', { memoryKib: 2 * 1024 * 1024 }],
    ['two passes', { passes: 2 }],
    ['a thousand passes', { passes: 1000 }],
    ['no lanes', { lanes: 0 }],
    ['another algorithm', { algorithm: 'argon2i' }],
    ['another version of it', { version: 16 }],
  ])('a cost with %s is not taken', (_what, change) => {
    const [slot] = keyFile.slots
    const weak = { ...keyFile, slots: [{ ...slot, kdf: { ...slot?.kdf, ...change } }] }
    expect(decodeKeyFile(sealed(weak)).kind).toBe('damaged')
    expect(decodeKeyFile(sealed(keyFile)).kind).toBe('read')
  })
})

describe('the two copies', () => {
  const main = (folder: string) => join(folder, 'caseboard.key')
  const copy = (folder: string) => join(folder, 'caseboard.key.copy')
  const written = () => {
    const folder = temporaryFolder()
    writeKeyFile(folder, keyFile)
    return folder
  }

  test('are the same', () => {
    const folder = written()
    expect(readFileSync(main(folder), 'utf8')).toBe(readFileSync(copy(folder), 'utf8'))
  })

  test('stand in for each other, missing or damaged', () => {
    for (const [spoilt, other] of [
      [main, copy],
      [copy, main],
    ] as const) {
      const folder = written()
      writeFileSync(spoilt(folder), 'nonsense')
      expect(readKeyFile(folder)).toEqual({ kind: 'read', keyFile })
      rmSync(spoilt(folder))
      expect(readKeyFile(folder)).toEqual({ kind: 'read', keyFile })
      rmSync(other(folder))
      expect(readKeyFile(folder)).toEqual({ kind: 'missing' })
    }
  })

  test('a later version in either is spoken of before damage in the other', () => {
    for (const [newer, spoilt] of [
      [main, copy],
      [copy, main],
    ] as const) {
      const folder = written()
      writeFileSync(newer(folder), sealed({ ...keyFile, version: 2 }))
      writeFileSync(spoilt(folder), 'nonsense')
      expect(readKeyFile(folder)).toEqual({ kind: 'newer' })
    }
  })
})
