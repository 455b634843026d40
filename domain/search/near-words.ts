const SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a],
  [0x3b1, 0x3c9],
  [0x430, 0x45f],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
]

/** The letters that may stand where another was meant: those of the scripts that the word is written in. */
function lettersFor(word: string): readonly string[] {
  const codes = [...word].map((letter) => letter.codePointAt(0) ?? 0)
  return SCRIPTS.filter(([first, last]) => codes.some((code) => code >= first && code <= last)).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
}

/** Only words of so many letters are taken for misspelt: shorter ones are all near to one another. */
export const SHORTEST_MISSPELT = 4
/** From so many letters on, two slips are thought of. */
export const SHORTEST_TWICE_MISSPELT = 7

/** True for a word that can be misspelt: letters alone. A number with another digit is another number. */
export function mayBeMisspelt(word: string): boolean {
  return [...word].length >= SHORTEST_MISSPELT && /^\p{L}+$/u.test(word)
}

/** Every text that one slip turns into the word or the word into: a letter left out, put in, exchanged, or two swapped. */
export function oneSlipAway(word: string): readonly string[] {
  const letters = [...word]
  const near = new Set<string>()
  const alphabet = lettersFor(word)
  const joined = (from: number, to: number) => letters.slice(from, to).join('')
  for (let at = 0; at <= letters.length; at += 1) {
    const [before, after, beyond] = [joined(0, at), joined(at, letters.length), joined(at + 1, letters.length)]
    for (const letter of alphabet) {
      near.add(before + letter + after)
      if (at < letters.length) near.add(before + letter + beyond)
    }
    if (at < letters.length) near.add(before + beyond)
    if (at + 1 < letters.length) near.add(before + (letters[at + 1] ?? '') + (letters[at] ?? '') + joined(at + 2, letters.length))
  }
  near.delete(word)
  near.delete('')
  return [...near]
}

/** How many slips lie between two words, two neighbours swapped counting as one; `most + 1` for everything beyond `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
