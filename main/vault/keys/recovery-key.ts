import { createHash, randomInt } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that nothing is misread from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_DIGITS = 52
const GROUP = 4

/** A recovery key on paper: 256 bits in 13 groups of four, and a group that checks them. */
export const recoveryGroupCount = KEY_DIGITS / GROUP + 1

function checkGroup(digits: string): string {
  const hash = createHash('sha256').update(`caseboard recovery ${digits}`).digest()
  return [0, 1, 2, 3].map((index) => ALPHABET.charAt((hash[index] ?? 0) & 31)).join('')
}

/** A new random recovery key, as its groups. */
export function makeRecoveryKey(): readonly string[] {
  const digits = Array.from({ length: KEY_DIGITS }, () => ALPHABET.charAt(randomInt(32))).join('')
  return groupsOf(digits + checkGroup(digits))
}

function groupsOf(digits: string): readonly string[] {
  return Array.from({ length: digits.length / GROUP }, (_, index) => digits.slice(index * GROUP, (index + 1) * GROUP))
}

/** One group as typed, with the usual misreadings put right: `o` is 0, `i` and `l` are 1; case and spaces do not matter. */
export function normalizeRecoveryText(text: string): string {
  return text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
}

/** The secret of a recovery key as typed, or null where a group is wrong or missing (its check group says so). */
export function readRecoveryKey(text: string): string | null {
  const digits = normalizeRecoveryText(text)
  const secret = digits.slice(0, KEY_DIGITS)
  return digits.length === KEY_DIGITS + GROUP && checkGroup(secret) === digits.slice(KEY_DIGITS) ? secret : null
}

const ASKED_GROUPS = 3

/** Which groups (from 0) a person must type back: three, ascending. The last one only checks the others, and is never asked. */
export function groupsToAsk(): readonly number[] {
  const picked = new Set<number>()
  while (picked.size < ASKED_GROUPS) picked.add(randomInt(recoveryGroupCount - 1))
  return [...picked].sort((a, b) => a - b)
}

export type TypedGroup = { readonly index: number; readonly text: string }

/** The asked groups that were not typed back as they are. */
export function wrongGroups(groups: readonly string[], asked: readonly number[], typed: readonly TypedGroup[]): readonly number[] {
  return asked.filter((index) => normalizeRecoveryText(typed.find((group) => group.index === index)?.text ?? '') !== groups[index])
}
