import { fold } from './folded-text.ts'

/** Words between the parts of a name that say nothing of who it is: `Ana de la Cruz`. */
export const particles: ReadonlySet<string> = new Set(
  'de del la las los el y e da do dos das di du le van von vom zu zur der den het ter ten te af av bin bint ibn ben al abu of the'.split(
    ' ',
  ),
)
/** Those that nobody has as a first name: they are dropped at the head of a name too. */
const NEVER_FIRST = new Set('de del la las los da dos das di du von der den ter ten of the'.split(' '))
/** Words before a name that are none of it. */
export const titles: ReadonlySet<string> = new Set('mr mrs ms miss mx dr prof sir sr jr sra srta ii iii'.split(' '))

/** Scripts that are written without spaces, or with particles joined to the word: a name is looked for anywhere. */
export const noWordEdges =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Arabic}\p{sc=Hebrew}]/u

export const nameWord = /\p{L}+(?:'\p{L}+)*/gu

/** How German and the Nordic languages write their letters where a keyboard lacks them: `Müller` is `Mueller`. */
const WITHOUT_THE_LETTER: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', đ: 'dj' }

/** The forms by which a name is recognised: every part of two letters or more, and parts beside each other written as one word. */
export function nameForms(name: string): ReadonlySet<string> {
  const spelledOut = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåøđ]/gu, (letter) => WITHOUT_THE_LETTER[letter] ?? letter)
  const forms = new Set([...formsAsWritten(name), ...formsAsWritten(spelledOut)])
  // And back: the text may have the letter that the record lacks.
  for (const form of Array.from(forms)) if (form.length >= 5) forms.add(form.replace(/[aou]e|aa/gu, ([letter = '']) => letter))
  return forms
}

function formsAsWritten(name: string): ReadonlySet<string> {
  const forms = new Set<string>()
  const add = (form: string, atLeast = 2) => {
    if ([...form].length >= atLeast) forms.add(form)
  }
  const words = fold(name).match(nameWord) ?? []
  const naming = namingWords(words)
  for (const word of naming) {
    add(word.replaceAll("'", ''))
    const pieces = word.split("'")
    if (pieces.length > 1) for (const piece of pieces) add(piece, 3)
  }
  const plain = naming.map((word) => word.replaceAll("'", ''))
  if (plain.length > 1) {
    add(plain.toReversed().join(''), 4)
    add(plain.join(''), noWordEdges.test(plain.join('')) ? 2 : 4)
    for (const [index, word] of plain.slice(1).entries()) add(`${plain[index] ?? ''}${word}`, 4)
  }
  for (const joined of withParticles(words)) add(joined, 4)
  return forms
}

/** `delacruz` and `lacruz` of `de la Cruz`. */
function withParticles(words: readonly string[]): readonly string[] {
  return words.flatMap((word, end) => {
    if (particles.has(word)) return []
    let start = end
    while (start > 0 && particles.has(words[start - 1] ?? '')) start -= 1
    return Array.from({ length: end - start }, (_, index) =>
      words
        .slice(start + index, end + 1)
        .join('')
        .replaceAll("'", ''),
    )
  })
}

/** The first letters of a name's words, in their order: `Ana-María O'Neil` gives a, m, o. */
export function nameInitials(name: string): readonly string[] {
  return namingWords(fold(name).match(nameWord) ?? []).map((word) => [...word][0] ?? '')
}

function namingWords(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !titles.has(word) && !isParticle(word, index, words.length))
}

function isParticle(word: string, index: number, count: number): boolean {
  if (count === 1 || index === count - 1) return false
  return index === 0 ? NEVER_FIRST.has(word) : particles.has(word)
}
