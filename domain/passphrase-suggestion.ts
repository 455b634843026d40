import { passwordWords } from './sharing/export-password.ts'

const WORDS = 6
/** Endings that both languages of the app speak as they write them. */
const ENDINGS = ['', 'l', 'n', 'r', 's']
/** With an ending, these become words that nobody should be given to learn by heart, in one language or the other. */
const UNKIND = new Set(
  (
    'bala bobi dolo faga fago fagi fata feta gase kaga kulo lose mama mari mori mude nasi nega niga nige peni puti rapi rapo ' +
    'roba rumo seme soba suda sudo tara temo tira tumo'
  ).split(' '),
)

/** Every word that a suggested passphrase can be made of: two syllables, and often an ending. */
export const suggestionWords: readonly string[] = passwordWords
  .filter((word) => !UNKIND.has(word))
  .flatMap((word) => ENDINGS.map((ending) => word + ending))

/** How many random bytes a suggestion is made of: enough that no word is likelier than another. */
export const suggestionBytes = 16

/**
 * A passphrase to write down and learn: six invented words, 84 bits, such as `bamon tiku lesar pogi runal dofes`. The same in every language, and to be
 * typed on any keyboard. `random` must come from the system's generator; throws where it is too short.
 */
export function suggestedPassphrase(random: Uint8Array): string {
  if (random.length < suggestionBytes) throw new RangeError('too few random bytes for a passphrase')
  let left = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const count = BigInt(suggestionWords.length)
  return Array.from({ length: WORDS }, () => {
    const word = suggestionWords[Number(left % count)] ?? ''
    left /= count
    return word
  }).join(' ')
}
