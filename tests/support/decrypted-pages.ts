import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

const PAGE = 4096
const RESERVED = 80
const IV_BYTES = 16

/**
 * Everything that lies in the file of a store, free pages and the gaps within pages included: each page decrypted for itself as SQLCipher v4 has it
 * (AES-256-CBC under the raw key, the IV at the end of the page, a salt before page 1).
 */
export function decryptedPages(path: string, key: Uint8Array): Buffer {
  const file = readFileSync(path)
  const pages: Buffer[] = []
  for (let start = 0; start + PAGE <= file.length; start += PAGE) {
    const page = file.subarray(start, start + PAGE)
    const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + IV_BYTES)
    const decipher = createDecipheriv('aes-256-cbc', key, iv)
    decipher.setAutoPadding(false)
    pages.push(Buffer.concat([decipher.update(page.subarray(start === 0 ? 16 : 0, PAGE - RESERVED)), decipher.final()]))
  }
  return Buffer.concat(pages)
}
