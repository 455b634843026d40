import { nameKey } from '#domain/person.ts'

/** Words that follow one another, the last one perhaps only begun. They are letters and digits, so that no quoting can go wrong. */
export type Phrase = { readonly words: readonly string[]; readonly isPrefix: boolean }

/** What is to be there: something of every group, and nothing of `none`. */
export type Match = { readonly all: readonly (readonly Phrase[])[]; readonly none: readonly Phrase[] }

function phraseText({ words, isPrefix }: Phrase): string {
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`
}

function anyOf(phrases: readonly Phrase[]): string {
  return `(${phrases.map(phraseText).join(' OR ')})`
}

/** The index's own expression; null where nothing is asked for. */
export function matchText({ all, none }: Match): string | null {
  const groups = all.filter((group) => group.length > 0)
  if (groups.length === 0) return null
  const wanted = `(${groups.map(anyOf).join(' AND ')})`
  return none.length === 0 ? wanted : `${wanted} NOT ${anyOf(none)}`
}

/** A term as it stands and, where it differs, as a name is folded: `O'Neil` also as `oneil`. */
export function phrasesOf({
  words,
  typed,
  isPrefix,
}: {
  readonly words: readonly string[]
  readonly typed: string
  readonly isPrefix: boolean
}): readonly Phrase[] {
  const folded = nameKey(typed)
    .split(' ')
    .filter((word) => word !== '')
  const isSame = folded.length === 0 || folded.join(' ') === words.join(' ')
  return [{ words, isPrefix }, ...(isSame ? [] : [{ words: folded, isPrefix }])]
}
