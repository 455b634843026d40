import type { SearchAsk } from '#domain/search/hit.ts'

/** What narrows the search besides its words. */
export type SearchFilter = Pick<SearchAsk, 'kinds' | 'agencyId' | 'from' | 'to' | 'state'>

export const unfiltered: SearchFilter = { kinds: [], agencyId: null, from: null, to: null, state: null }

/** How many of the filters behind the button are on. */
export function moreCount({ from, to, state }: SearchFilter): number {
  return [from, to, state].filter((each) => each !== null).length
}

export function isFiltered(filter: SearchFilter): boolean {
  return filter.kinds.length > 0 || filter.agencyId !== null || moreCount(filter) > 0
}

/** With one word in the place of another, wherever it was typed. */
export function withWord(text: string, typed: string, word: string): string {
  const fold = (each: string) => each.normalize('NFC').toLowerCase()
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (each) => (fold(each) === fold(typed) ? word : each))
}
