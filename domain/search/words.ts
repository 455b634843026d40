import { nameKey } from '../person.ts'

const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** Letters that the index holds as plain ones, by what migration 0012 makes of them. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
}

/** The words of a text as the index cuts them: runs of letters and digits, in lower case. Accents stay, the index folds them itself. */
export function indexWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđðþßæœıħ]/gu, (letter) => plainLetters[letter] ?? letter)
  return plain.match(WORD) ?? []
}

/** The same without accents, as they are compared with one another. */
export function foldedWords(text: string): readonly string[] {
  return indexWords(text)
    .map(nameKey)
    .filter((word) => word !== '')
}

export type PlacedWord = { readonly word: string; readonly start: number; readonly end: number }

/** The words of a text with where they stand in it, folded. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({ word: nameKey(match[0]), start: match.index, end: match.index + match[0].length }))
}
