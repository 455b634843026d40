import { agencyKey } from '../agency.ts'
import { jaroWinkler } from '../people/name-likeness.ts'

/** An agency of the team, by every name it goes by. */
export type KnownAgency = { readonly name: string; readonly otherNames?: readonly string[] }

export type AgencyMatch =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] }

const articles = new Set(['the', 'of', 'and', 'for', 'de', 'la', 'el', 'y'])
const nearFrom = 0.88

/** Looks agencies up by name, whatever the case, accents, punctuation and articles; near names and initials are only suggested. */
export function agencyFinder(agencies: readonly KnownAgency[]): (written: string) => AgencyMatch {
  const byKey = new Map<string, string>()
  for (const agency of agencies)
    for (const name of [agency.name, ...(agency.otherNames ?? [])]) if (!byKey.has(bareKey(name))) byKey.set(bareKey(name), agency.name)
  const answered = new Map<string, AgencyMatch>()
  return (written) => {
    const key = bareKey(written)
    const before = answered.get(key)
    if (before) return before
    const exact = byKey.get(key)
    const match: AgencyMatch =
      exact === undefined ? { kind: 'unknown', suggestions: nearNames(key, agencies) } : { kind: 'known', name: exact }
    answered.set(key, match)
    return match
  }
}

function bareKey(name: string): string {
  const key = agencyKey(name.replace(/['’`´.]/gu, ''))
  const bare = key
    .split(' ')
    .filter((word) => !articles.has(word))
    .join(' ')
  return bare === '' ? key : bare
}

function nearNames(key: string, agencies: readonly KnownAgency[]): readonly string[] {
  return agencies
    .map((agency) => ({
      name: agency.name,
      near: Math.max(...[agency.name, ...(agency.otherNames ?? [])].map((name) => nearness(key, bareKey(name)))),
    }))
    .filter(({ near }) => near >= nearFrom)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, 3)
    .map(({ name }) => name)
}

function nearness(written: string, known: string): number {
  const [writtenWords, knownWords] = [written.split(' '), known.split(' ')]
  const initials = knownWords.map((word) => word.slice(0, 1)).join('')
  if (knownWords.length > 1 && written === initials) return 0.95
  const [fewer, more] = writtenWords.length <= knownWords.length ? [writtenWords, knownWords] : [knownWords, writtenWords]
  const contained = fewer.every((word) => more.some((other) => other === word || (word.length > 4 && jaroWinkler(word, other) >= 0.92)))
  return Math.max(jaroWinkler(written, known), contained && written.length >= 3 ? 0.9 : 0)
}
