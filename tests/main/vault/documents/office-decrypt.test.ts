import { encrypt } from 'officecrypto-tool'
import { expect, test } from 'vitest'
import { openCompoundFile } from '../../../../main/vault/documents/compound-file.ts'
import { decryptPackage } from '../../../../main/vault/documents/office-decrypt.ts'
import { writePlainActionListXlsx } from '../../../../main/vault/documents/xlsx.ts'
import { sampleList, sealKey, words } from './sample-list.ts'

const plain = Buffer.from(await writePlainActionListXlsx(sampleList(40), words, sealKey))

function opened(protectedFile: Uint8Array, passwords: readonly string[]) {
  const file = openCompoundFile(protectedFile)
  return decryptPackage(file?.stream('EncryptionInfo') ?? new Uint8Array(), file?.stream('EncryptedPackage') ?? new Uint8Array(), passwords)
}

test('both ways in which Office protects a workbook are opened with the right password of several', () => {
  for (const protectedFile of [encrypt(plain, { password: 'päss wörd' }), encrypt(plain, { password: 'päss wörd', type: 'standard' })]) {
    const result = opened(protectedFile, ['nope', 'päss wörd', 'never tried'])
    expect(result.kind === 'plain' && Buffer.from(result.bytes).equals(plain)).toBe(true)
    expect(opened(protectedFile, ['nope', '']).kind).toBe('wrongPassword')
    expect(opened(protectedFile, []).kind).toBe('wrongPassword')
  }
})

test('a changed byte of the content is damage, not another content', () => {
  const protectedFile = encrypt(plain, { password: 'p' })
  const file = openCompoundFile(protectedFile)
  const content = Uint8Array.from(file?.stream('EncryptedPackage') ?? [])
  content[500] = (content[500] ?? 0) ^ 1
  expect(decryptPackage(file?.stream('EncryptionInfo') ?? new Uint8Array(), content, ['p']).kind).toBe('damaged')
})

test('a container whose sectors run in a circle is refused', () => {
  const protectedFile = Buffer.from(encrypt(plain, { password: 'p' }))
  const fatSector = protectedFile.readUInt32LE(76)
  for (let at = (fatSector + 1) * 512; at < (fatSector + 2) * 512; at += 4)
    if (protectedFile.readUInt32LE(at) < 0xfffffff0) protectedFile.writeUInt32LE(1, at)
  const file = openCompoundFile(protectedFile)
  expect(file?.stream('EncryptedPackage') ?? null).toBeNull()
  expect(openCompoundFile(new Uint8Array(600))).toBeNull()
})
