import { fold, type FoldedText, literal, matches, type Span } from './folded-text.ts'

/** Words between the parts of a name that say nothing of who it is: `Ana de la Cruz`. */
const PARTICLES = new Set(
  'de del la las los el y e da do dos das di du le van von vom zu zur der den het ter ten te af av bin bint ibn ben al abu of the'.split(
    ' ',
  ),
)
/** Those that nobody has as a first name: they are dropped at the head of a name too. */
const NEVER_FIRST = new Set('de del la las los da dos das di du von der den ter ten of the'.split(' '))
const TITLES = new Set('mr mrs ms miss mx dr prof sir sr jr sra srta ii iii'.split(' '))

/** Scripts that are written without spaces, or with particles joined to the word: a name is looked for anywhere. */
const NO_WORD_EDGES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Arabic}\p{sc=Hebrew}]/u

const WORD = /\p{L}+(?:'\p{L}+)*/gu
const BETWEEN_PARTS = new RegExp(`^(?:'|-|[ -]+(?:(?:${[...PARTICLES].join('|')}|\\p{L}\\.?)[ -]+)*)$`, 'u')

/** The forms by which a name is recognised: every part of two letters or more, and the parts written as one word. */
export function nameForms(name: string): ReadonlySet<string> {
  const forms = new Set<string>()
  const words = fold(name).match(WORD) ?? []
  const naming = words.filter((word, index) => !TITLES.has(word) && !isParticle(word, index, words.length))
  const add = (form: string, atLeast = 2) => {
    if ([...form].length >= atLeast) forms.add(form)
  }
  for (const word of naming) {
    add(word.replaceAll("'", ''))
    const pieces = word.split("'")
    if (pieces.length > 1) for (const piece of pieces) add(piece, 3)
  }
  const plain = naming.map((word) => word.replaceAll("'", ''))
  if (plain.length > 1) {
    add(plain.join(''), 4)
    add(plain.toReversed().join(''), 4)
    add(plain.join(''), NO_WORD_EDGES.test(plain.join('')) ? 2 : 4)
    for (const [index, word] of plain.slice(1).entries()) add(`${plain[index] ?? ''}${word}`, 4)
  }
  return forms
}

/** Finds the parts of the given names in a text, in whatever case, accents, possessive or hyphenation. Stretches of the folded text. */
export function nameScanner(names: readonly string[]): (text: FoldedText) => readonly Span[] {
  const forms = new Set(names.flatMap((name) => [...nameForms(name)]))
  const anywhere = [...forms].filter((form) => NO_WORD_EDGES.test(form))
  const inside =
    anywhere.length === 0
      ? null
      : new RegExp(
          anywhere
            .toSorted((one, other) => other.length - one.length)
            .map(literal)
            .join('|'),
          'gu',
        )
  return (folded) => {
    const spans = [...folded.text.matchAll(WORD)].flatMap((match) => wordSpans(match[0], match.index, forms))
    return joined([...spans, ...(inside ? matches(folded, inside) : [])], folded.text)
  }
}

function isParticle(word: string, index: number, count: number): boolean {
  if (count === 1 || index === count - 1) return false
  return index === 0 ? NEVER_FIRST.has(word) : PARTICLES.has(word)
}

function wordSpans(word: string, at: number, forms: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const piece of word.split("'")) {
    if (isForm(piece, forms)) {
      // The `O'` of `O'Neil` belongs to the name.
      const lead = from === 2 ? 0 : from
      spans.push({ start: at + lead, end: at + from + piece.length })
    }
    from += piece.length + 1
  }
  if (spans.length > 0 || !word.includes("'")) return spans
  return isForm(word.replaceAll("'", ''), forms) ? [{ start: at, end: at + word.length }] : []
}

/** `marias` is how `Maria's` is often typed. */
function isForm(word: string, forms: ReadonlySet<string>): boolean {
  return forms.has(word) || (word.length >= 4 && word.endsWith('s') && forms.has(word.slice(0, -1)))
}

/** Parts of one name beside each other become one stretch, with the particles and initials between them. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1)
    if (last && (span.start <= last.end || BETWEEN_PARTS.test(text.slice(last.end, span.start)))) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else {
      merged.push(span)
    }
  }
  return merged
}
