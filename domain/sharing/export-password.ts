import { exportWords } from './export-words.ts'

const WORDS = 7
const BITS_PER_WORD = 10

/** How many random bytes a password is made of. */
export const exportPasswordBytes = Math.ceil((WORDS * BITS_PER_WORD) / 8)

/**
 * A password for the files of one agency: seven words, 70 bits, to be read out by phone. A protected PDF is tried with one fast hash (security.md
 * section 7), so that the strength must lie in the password itself. `random` must come from the system's generator; throws where it is too short.
 */
export function exportPassword(random: Uint8Array): string {
  if (random.length < exportPasswordBytes) throw new RangeError('too few random bytes for a password')
  return Array.from({ length: WORDS }, (_, index) => exportWords[tenBits(random, index * BITS_PER_WORD)] ?? '').join('-')
}

/** What somebody typed for a password that was read out: case, spaces and dashes of every kind do not matter. */
export function typedExportPassword(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s\p{Pd}_.,]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

function tenBits(bytes: Uint8Array, from: number): number {
  let value = 0
  for (let bit = from; bit < from + BITS_PER_WORD; bit += 1) value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
  return value
}
