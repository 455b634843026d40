import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What came of trying passwords on a protected workbook. */
export type Decrypted =
  | { readonly kind: 'plain'; readonly bytes: Uint8Array }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'damaged' }

const HASHES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  SHA1: { name: 'sha1', bytes: 20 },
  'SHA-1': { name: 'sha1', bytes: 20 },
  SHA256: { name: 'sha256', bytes: 32 },
  SHA384: { name: 'sha384', bytes: 48 },
  SHA512: { name: 'sha512', bytes: 64 },
}
/** Office writes 100,000; a hostile file could ask for hours. */
const MOST_SPINS = 1_000_000
const STANDARD_SPINS = 50_000
const SEGMENT = 4096
const BLOCK = {
  verifierInput: [0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79],
  verifierValue: [0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e],
  key: [0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6],
  hmacKey: [0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6],
  hmacValue: [0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33],
} as const

/**
 * Opens the package of a workbook with the first password that fits: Agile encryption ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15, as Office 2010 and later
 * and LibreOffice write it) or Standard (2.3.4.5 to 2.3.4.9). Costs are bounded whatever the file asks for.
 */
export function decryptPackage(info: Uint8Array, encrypted: Uint8Array, passwords: readonly string[]): Decrypted {
  try {
    const header = Buffer.from(info)
    const [major, minor] = [header.readUInt16LE(0), header.readUInt16LE(2)]
    if (major === 4 && minor === 4) return agile(header.subarray(8).toString('utf8'), Buffer.from(encrypted), passwords)
    if (minor === 2) return standard(header.subarray(4), Buffer.from(encrypted), passwords)
    return { kind: 'damaged' }
  } catch {
    // Whatever a broken header makes node:crypto or Buffer throw means the same: the file cannot be read.
    return { kind: 'damaged' }
  }
}

function agile(xml: string, encrypted: Buffer, passwords: readonly string[]): Decrypted {
  const data = attributesOf(xml, 'keyData')
  const key = attributesOf(xml, 'encryptedKey')
  const spins = Number(key.get('spinCount'))
  const keyHash = HASHES[key.get('hashAlgorithm') ?? '']
  const dataHash = HASHES[data.get('hashAlgorithm') ?? '']
  const cbc = [key, data].every((each) => each.get('cipherAlgorithm') === 'AES' && each.get('cipherChaining') === 'ChainingModeCBC')
  if (!keyHash || !dataHash || !cbc || !(spins >= 0 && spins <= MOST_SPINS)) return { kind: 'damaged' }

  const keyBytes = Number(key.get('keyBits')) / 8
  const salt = base64(key, 'saltValue')
  const derive = (spun: Buffer, block: readonly number[]) => sized(hash(keyHash.name, spun, Buffer.from(block)), keyBytes)
  for (const password of passwords) {
    const spun = spin(keyHash.name, salt, password, spins)
    const input = cbcDecrypt(derive(spun, BLOCK.verifierInput), salt, base64(key, 'encryptedVerifierHashInput'))
    const value = cbcDecrypt(derive(spun, BLOCK.verifierValue), salt, base64(key, 'encryptedVerifierHashValue')).subarray(0, keyHash.bytes)
    if (!same(hash(keyHash.name, input), value)) continue
    const packageKey = cbcDecrypt(derive(spun, BLOCK.key), salt, base64(key, 'encryptedKeyValue')).subarray(
      0,
      Number(data.get('keyBits')) / 8,
    )
    const dataSalt = base64(data, 'saltValue')
    if (!isWhole(xml, packageKey, dataSalt, dataHash, encrypted)) return { kind: 'damaged' }
    return { kind: 'plain', bytes: segments(encrypted, packageKey, dataSalt, dataHash.name) }
  }
  return { kind: 'wrongPassword' }
}

function segments(encrypted: Buffer, key: Buffer, salt: Buffer, hashName: string): Uint8Array {
  const body = encrypted.subarray(8)
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += SEGMENT) {
    const number = Buffer.alloc(4)
    number.writeUInt32LE(at / SEGMENT)
    const part = body.subarray(at, Math.min(at + SEGMENT, body.length - (body.length % 16)))
    if (part.length > 0) parts.push(cbcDecrypt(key, sized(hash(hashName, salt, number), 16), part))
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, encrypted.readUInt32LE(0)))
}

function isWhole(
  xml: string,
  key: Buffer,
  salt: Buffer,
  kind: { readonly name: string; readonly bytes: number },
  encrypted: Buffer,
): boolean {
  const integrity = attributesOf(xml, 'dataIntegrity')
  const open = (field: string, block: readonly number[]) =>
    cbcDecrypt(key, sized(hash(kind.name, salt, Buffer.from(block)), 16), base64(integrity, field)).subarray(0, kind.bytes)
  const hmacKey = open('encryptedHmacKey', BLOCK.hmacKey)
  return same(createHmac(kind.name, hmacKey).update(encrypted).digest(), open('encryptedHmacValue', BLOCK.hmacValue))
}

function standard(info: Buffer, encrypted: Buffer, passwords: readonly string[]): Decrypted {
  const headerBytes = info.readUInt32LE(4)
  const header = info.subarray(8, 8 + headerBytes)
  const keyBytes = header.readUInt32LE(16) / 8
  const verifier = info.subarray(8 + headerBytes)
  const salt = verifier.subarray(4, 20)
  if (![16, 24, 32].includes(keyBytes)) return { kind: 'damaged' }
  for (const password of passwords) {
    const final = hash('sha1', spin('sha1', salt, password, STANDARD_SPINS), Buffer.alloc(4))
    const padded = (filler: number) => Buffer.from(Uint8Array.from({ length: 64 }, (_, index) => filler ^ (final[index] ?? 0)))
    const key = Buffer.concat([hash('sha1', padded(0x36)), hash('sha1', padded(0x5c))]).subarray(0, keyBytes)
    const input = ecbDecrypt(key, verifier.subarray(20, 36))
    if (!same(hash('sha1', input), ecbDecrypt(key, verifier.subarray(40, 72)).subarray(0, 20))) continue
    const body = encrypted.subarray(8)
    return {
      kind: 'plain',
      bytes: new Uint8Array(ecbDecrypt(key, body.subarray(0, body.length - (body.length % 16))).subarray(0, encrypted.readUInt32LE(0))),
    }
  }
  return { kind: 'wrongPassword' }
}

function attributesOf(xml: string, element: string): ReadonlyMap<string, string> {
  const found = new RegExp(`<(?:\\w+:)?${element}\\s([^>]*)>`).exec(xml)
  return new Map([...(found?.[1] ?? '').matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function base64(attributes: ReadonlyMap<string, string>, name: string): Buffer {
  return Buffer.from(attributes.get(name) ?? '', 'base64')
}

function spin(hashName: string, salt: Buffer, password: string, spins: number): Buffer {
  let digest = hash(hashName, salt, Buffer.from(password, 'utf16le'))
  const number = Buffer.alloc(4)
  for (let index = 0; index < spins; index += 1) {
    number.writeUInt32LE(index)
    digest = hash(hashName, number, digest)
  }
  return digest
}

function hash(name: string, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash(name)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

function sized(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}

function cbcDecrypt(key: Buffer, iv: Buffer, data: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${String(key.length * 8)}-cbc`, key, sized(iv, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

function ecbDecrypt(key: Buffer, data: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${String(key.length * 8)}-ecb`, key, null).setAutoPadding(false)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
