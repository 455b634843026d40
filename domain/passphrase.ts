import type { PassphraseAdvice } from './refusal.ts'
import { commonPassphrases } from './common-passphrases.ts'

export const minimumPassphraseLength = 15

/** What the meter says in words of a passphrase that is long enough. */
export type PassphraseStrength = 'fair' | 'good' | 'strong'

export type PassphraseVerdict =
  | { readonly ok: true; readonly strength: PassphraseStrength }
  | { readonly ok: false; readonly advice: PassphraseAdvice }

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** True where the text is one short piece again and again, as `abcabcabcabcabc`. */
function isRepetition(text: string): boolean {
  for (let length = 1; length <= text.length / 3; length += 1) {
    if (
      text ===
      text
        .slice(0, length)
        .repeat(Math.ceil(text.length / length))
        .slice(0, text.length)
    )
      return true
  }
  return false
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop']
const sequences = [...rows, ...rows.map((row) => [...row].toReversed().join(''))]

/** The text without runs of four or more letters that stand beside each other in the alphabet or on a keyboard. */
function withoutSequences(text: string): string {
  let rest = ''
  for (let at = 0; at < text.length;) {
    let length = 0
    while (at + length < text.length && sequences.some((row) => row.includes(text.slice(at, at + length + 1)))) length += 1
    if (length < 4) rest += text.slice(at, at + Math.max(1, length))
    at += Math.max(1, length)
  }
  return rest
}

/**
 * Judges a passphrase: at least 15 characters, no composition rules, none of the usual choices (NIST SP 800-63B rev 4). `teamName` is what an
 * attacker would try first. Gives what to mend, or the strength.
 */
export function judgePassphrase(text: string, teamName = ''): PassphraseVerdict {
  const normalized = text.normalize('NFKC')
  if ([...normalized].length < minimumPassphraseLength) return { ok: false, advice: 'tooShort' }
  // One key held down fills the length and adds nothing.
  if ([...normalized.replace(/(.)\1{2,}/gsu, '$1$1')].length < minimumPassphraseLength - 3) return { ok: false, advice: 'repeats' }
  const letters = plain(text)
  if (isRepetition(letters)) return { ok: false, advice: 'repeats' }
  if (withoutSequences(letters).length < 6) return { ok: false, advice: 'sequence' }
  if (plain(teamName).length >= 4 && letters.replaceAll(plain(teamName), '').length < 8) return { ok: false, advice: 'teamName' }
  let rest = letters
  for (const common of commonPassphrases) rest = rest.replaceAll(common, '')
  if (rest.replace(/\d+/g, '').length < 5 && rest.length < 8) return { ok: false, advice: 'common' }
  const words = normalized.trim().split(/\s+/u).length
  const variety = new Set(letters).size
  if ((words >= 6 || normalized.length >= 28) && variety >= 10) return { ok: true, strength: 'strong' }
  return { ok: true, strength: words >= 4 || (normalized.length >= 20 && variety >= 9) ? 'good' : 'fair' }
}
