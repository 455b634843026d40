/** How letters that are taken for each other are written alike: by ear, in English and Spanish names. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/gh(?=[^aeiou]|$)/g, ''],
  [/^kn|^gn/g, 'n'],
  [/^wr/g, 'r'],
  [/ck|qu|q|c(?![eih])/g, 'k'],
  [/sch|sh|ch/g, 'x'],
  [/c(?=[ei])|z/g, 's'],
  [/ll|y/g, 'i'],
  [/v/g, 'b'],
  [/h/g, ''],
  [/j(?=[aeiou])/g, 'j'],
]

/** A word as it sounds, roughly: its first letter and its consonants, doubled ones once. Words that are spelled otherwise and sound alike share it. */
export function soundOf(word: string): string {
  const heard = SOUNDS.reduce((text, [pattern, by]) => text.replace(pattern, by), word)
  const [first = ''] = heard
  const isVowel = /[aeiou]/.test(first)
  return (
    (isVowel ? 'a' : first) +
    heard
      .slice(1)
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1+/g, '$1')
  )
}
