import { lookAlikes } from './look-alikes.ts'

/** A text without case, accents, width and invisible characters, with the way back to the original. */
export type FoldedText = {
  readonly original: string
  readonly text: string
  /** For each unit of `text`: where the character that gave it starts in the original ... */
  readonly starts: readonly number[]
  /** ... and where it ends, with the marks and invisible characters that follow it. */
  readonly ends: readonly number[]
}

/** A stretch of a text, `end` excluded. */
export type Span = { readonly start: number; readonly end: number }

const QUOTES = /[‘’‛`´ʹʻʼʽˈ′＇]/u
const DASHES = /[\p{Pd}−]/u
/** Marks, format characters, and the letters that are blank: Hangul fillers and the empty Braille pattern. */
const INVISIBLE = /[\p{M}\p{Cf}\u115F\u1160\u2800]/gu
const WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'a',
}

/** Folds a text for comparing: NFKD without marks, lower case, plain quotes and dashes, ASCII digits, nothing invisible. */
export function foldText(original: string): FoldedText {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of original) {
    const next = at + character.length
    const folded = foldCharacter(character)
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = next
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at)
      ends.push(next)
    }
    text += folded
    at = next
  }
  return { original, text, starts, ends }
}

/** The folded form alone, for names and words that are compared whole. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

/** The stretch of the original that a stretch of the folded text came from. */
export function originalSpan(folded: FoldedText, start: number, end: number): Span {
  return { start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? folded.original.length }
}

/** Every match of a global pattern in the folded text, as stretches of the folded text. */
export function matches(folded: FoldedText, pattern: RegExp): readonly Span[] {
  return [...folded.text.matchAll(pattern)]
    .filter((match) => match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** A text as a literal inside a regular expression with the `u` flag. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character === '`' ? "'" : character.toLowerCase()
  if (QUOTES.test(character)) return "'"
  if (DASHES.test(character)) return '-'
  const plain = character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(INVISIBLE, '')
  let folded = ''
  for (const each of plain)
    folded += WITHOUT_DECOMPOSITION[each] ?? lookAlikes.get(each) ?? (/\p{Nd}/u.test(each) ? asciiDigit(each) : each)
  return folded
}

/** Digits of every script stand in runs of ten, so that the distance from the first of the run is the value. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
