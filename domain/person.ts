import { z } from 'zod'
import { IsoDate } from './dates.ts'
import { line, words } from './text.ts'

/** Somebody in a case. Everything here is direct identification: it never leaves by an export. */
export const PersonDraft = z.strictObject({
  name: line(160),
  dateOfBirth: IsoDate.nullable().default(null),
  address: words(400).default(''),
  phone: words(60).default(''),
})
export type PersonDraft = z.infer<typeof PersonDraft>
export type Person = PersonDraft

export const ChildDraft = z.strictObject({
  name: words(160).default(''),
  dateOfBirth: IsoDate.nullable().default(null),
  school: words(200).default(''),
})
export type ChildDraft = z.infer<typeof ChildDraft>

/** The initials by which a person is spoken of while names are hidden: `Ana-Maria O'Neil` gives `A.M.O.`; nothing but dots for an empty name. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s-]+/u)
    .map((part) => [...part].find((letter) => /\p{L}/u.test(letter)))
    .filter((letter) => letter !== undefined)
  return letters.length === 0 ? '…' : letters.map((letter) => `${letter.toUpperCase()}.`).join('')
}

/** Letters with a stroke or joined ones, which Unicode does not take apart into a letter and an accent. */
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

/** A name without case, accents and punctuation, words in order: for comparing, never for showing. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıħ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’`´.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
