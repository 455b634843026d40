import type { HitSource } from './hit.ts'
import type { WordMatcher } from './snippet.ts'
import { placedWords } from './words.ts'

/** What a hit is worth by what it is: somebody by the name first, then the case itself, then what is written. */
const worth: Readonly<Record<HitSource, { readonly byTitle: number; readonly byText: number }>> = {
  person: { byTitle: 100, byText: 50 },
  case: { byTitle: 95, byText: 45 },
  agency: { byTitle: 70, byText: 40 },
  teamPerson: { byTitle: 40, byText: 60 },
  action: { byTitle: 90, byText: 40 },
  tie: { byTitle: 40, byText: 40 },
  referral: { byTitle: 40, byText: 40 },
  entry: { byTitle: 40, byText: 40 },
  event: { byTitle: 40, byText: 40 },
  fact: { byTitle: 40, byText: 40 },
  risk: { byTitle: 40, byText: 40 },
  listing: { byTitle: 40, byText: 40 },
  meeting: { byTitle: 40, byText: 40 },
}

/** How near the top a hit stands: higher where its title has words that were looked for. Hits of one worth go by their day, the newest first. */
export function worthOf(source: HitSource, title: string, isMatch: WordMatcher): number {
  const isByTitle = placedWords(title).some(({ word }) => isMatch(word))
  return isByTitle ? worth[source].byTitle : worth[source].byText
}
