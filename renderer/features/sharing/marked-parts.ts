import type { SharedAction, Withheld } from '#domain/sharing/action-list.ts'

/** A stretch of the text that goes out; `withheld` where it stands for something that stays here. */
export type TextPart = { readonly text: string; readonly withheld: Withheld | null }

/**
 * The outgoing text cut at the places where something was held back. The original is walked beside it: neutral words that somebody typed
 * herself are not marked. Were the two ever not to fit together, the text is given whole and unmarked; the parts always add up to it.
 */
export function markedParts({
  original,
  outgoing,
  withheld,
}: Pick<SharedAction, 'original' | 'outgoing' | 'withheld'>): readonly TextPart[] {
  const parts: TextPart[] = []
  let here = 0
  let there = 0
  for (const find of withheld) {
    const at = placeOf(find, original.slice(here), outgoing.slice(there))
    if (at === null) return whole(outgoing)
    if (at > 0) parts.push({ text: outgoing.slice(there, there + at), withheld: null })
    parts.push({ text: find.replacement, withheld: find })
    here += at + find.text.length
    there += at + find.replacement.length
  }
  if (original.slice(here) !== outgoing.slice(there)) return whole(outgoing)
  if (there < outgoing.length) parts.push({ text: outgoing.slice(there), withheld: null })
  return parts
}

/** Where the find stands in the rest of the original: the first place up to which both texts agree and where its replacement stands in the other. */
function placeOf(find: Withheld, original: string, outgoing: string): number | null {
  for (let at = original.indexOf(find.text); at >= 0; at = original.indexOf(find.text, at + 1)) {
    if (original.slice(0, at) !== outgoing.slice(0, at)) return null
    if (outgoing.startsWith(find.replacement, at)) return at
  }
  return null
}

function whole(text: string): readonly TextPart[] {
  return [{ text, withheld: null }]
}
