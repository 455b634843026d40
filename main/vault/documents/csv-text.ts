import { refuse, type Result, accept } from '#domain/refusal.ts'
import type { CsvEncoding } from './sheet.ts'

export type DecodedText = { readonly text: string; readonly encoding: CsvEncoding }

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13]
const sampled = 64 * 1024

/**
 * The text of a CSV file with `\n` line ends. A byte-order mark decides; else zero bytes in every other place mean UTF-16; else what is valid
 * UTF-8 is UTF-8; else Windows-1252, or Mac Roman where the lines end in a lone carriage return and the letters lie where only it has them.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const encoding = encodingOf(bytes)
  if (encoding === null) return refuse({ code: 'fileNotReadable', problem: 'binary' })
  const text = new TextDecoder(encoding).decode(bytes)
  if (isBinary(text)) return refuse({ code: 'fileNotReadable', problem: 'binary' })
  return accept({ text: text.replace(/\r\n?/gu, '\n').replace(/\u001A+\s*$/u, ''), encoding })
}

function encodingOf(bytes: Uint8Array): CsvEncoding | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return isUtf8(bytes) ? 'utf-8' : null
  if (first === 0xff && second === 0xfe) return bytes.length % 2 === 0 ? 'utf-16le' : null
  if (first === 0xfe && second === 0xff) return bytes.length % 2 === 0 ? 'utf-16be' : null
  const zeros = zerosAt(bytes.subarray(0, sampled))
  if (zeros.even + zeros.odd > 0) return encodingOfZeros(zeros, bytes.length)
  if (bytes.includes(0)) return null
  if (isUtf8(bytes)) return 'utf-8'
  return isMacRoman(bytes) ? 'macintosh' : 'windows-1252'
}

/** Latin text in UTF-16 without a mark has its zero bytes all on one side. */
function encodingOfZeros({ even, odd, half }: { even: number; odd: number; half: number }, length: number): CsvEncoding | null {
  if (length % 2 !== 0) return null
  if (odd > half * 0.7 && even === 0) return 'utf-16le'
  return even > half * 0.7 && odd === 0 ? 'utf-16be' : null
}

function zerosAt(bytes: Uint8Array): { even: number; odd: number; half: number } {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd, half: bytes.length / 2 }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function isMacRoman(bytes: Uint8Array): boolean {
  if (!bytes.includes(CARRIAGE_RETURN) || bytes.includes(LINE_FEED)) return false
  let low = 0
  let high = 0
  for (const byte of bytes) {
    // most accented letters: 0x80-0x9F in Mac Roman, 0xC0-0xFF in Windows-1252
    if (byte >= 0x80 && byte <= 0x9f) low += 1
    else if (byte >= 0xc0) high += 1
  }
  return low > high
}

/** Text has hardly any control characters but tabs and line ends; a picture or a program read as text has many. */
function isBinary(text: string): boolean {
  const controls = text.slice(0, sampled).match(/(?![\t\n\r\f\v])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return controls > Math.max(2, Math.min(text.length, sampled) * 0.005) || text.slice(0, sampled).includes('\u0000')
}
