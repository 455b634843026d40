/**
 * Syllables that sound alike in no language of the app and over no bad line: no b beside v, no s beside z, nothing silent. Two make a word.
 */
const CONSONANTS = 'bdfgklmnprst'
const VOWELS = 'aeiou'
const WORDS = 6
/** Nobody should have to read these out. */
const UNKIND = new Set(
  (
    'rape dope kike dago paki nude lube rude gore sado puta puto pene teta teto tete kaka pipi popo pedo peda pedi sida mala malo bobo boba loka loko lelo ' +
    'lela tito tita rata muda mudo mata mate pega pego feto moro mora gila fuga robo sola'
  ).split(' '),
)

const syllables = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel))

/** Every word that a password can be made of. */
export const passwordWords: readonly string[] = syllables
  .flatMap((first) => syllables.map((second) => first + second))
  .filter((word) => !UNKIND.has(word))

/** How many random bytes a password is made of: enough that no word is likelier than another. */
export const exportPasswordBytes = 16

/**
 * A password for the files of one agency: six words of two syllables, 70 bits, to be read out by phone, such as `bamo-tiku-lesa-pogi-runa-dofe`.
 * A protected PDF is tried with one fast hash (security.md section 7), so that the strength must lie in the password itself; and no longer than 32
 * characters, since that is where common PDF tools cut a password off. `random` must come from the system's generator; throws where it is too short.
 */
export function exportPassword(random: Uint8Array): string {
  if (random.length < exportPasswordBytes) throw new RangeError('too few random bytes for a password')
  let left = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const count = BigInt(passwordWords.length)
  return Array.from({ length: WORDS }, () => {
    const word = passwordWords[Number(left % count)] ?? ''
    left /= count
    return word
  }).join('-')
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
