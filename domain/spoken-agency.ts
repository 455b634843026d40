import { type Agency, agencyKey, type Sector } from './agency.ts'

/** What is needed of an agency to find it by what people call it. */
export type SpeakableAgency = Pick<Agency, 'id' | 'name' | 'sector'>

/** Which agency is meant: one, several that fit equally well, or none. */
export type AgencyReading =
  | { readonly kind: 'one'; readonly agency: SpeakableAgency }
  | { readonly kind: 'several'; readonly agencies: readonly SpeakableAgency[] }
  | { readonly kind: 'none' }

/** What people at the table call a sector, in English and Spanish. */
const sectorWords: Readonly<Record<Sector, readonly string[]>> = {
  police: ['police', 'policia'],
  prosecution: ['prosecution', 'prosecutor', 'fiscalia'],
  courts: ['courts', 'juzgados', 'tribunal'],
  probation: ['probation', 'libertad vigilada'],
  advocate: ['advocate', 'advocacy', 'idva', 'defensora'],
  shelter: ['shelter', 'refuge', 'refugio', 'casa de acogida'],
  health: ['health', 'salud', 'sanidad'],
  childProtection: ['child protection', 'children', 'social care', 'proteccion de menores', 'menores', 'servicios sociales'],
  schools: ['schools', 'education', 'escuelas', 'educacion'],
  housing: ['housing', 'vivienda'],
  employment: ['employment', 'benefits', 'jobs', 'empleo'],
  faith: ['faith', 'church', 'comunidades de fe', 'iglesia'],
  media: ['media', 'press', 'medios', 'prensa'],
  culturallySpecific: ['culturally specific', 'culturas especificas'],
  other: [],
}
const smallWords = new Set(['of', 'the', 'and', 'for', 'de', 'del', 'la', 'el', 'los', 'las', 'y'])

/**
 * The agency meant by its name, initials, the beginning of its name or of its words, or its sector, in this order: the first way that fits any
 * decides, so that a sector's word never hides an agency that is called so.
 */
export function readAgency(spoken: string, agencies: readonly SpeakableAgency[]): AgencyReading {
  const ranked = rankAgencies(spoken, agencies)
  const best = ranked.filter(({ rank }) => rank === ranked[0]?.rank).map(({ agency }) => agency)
  const [first, ...others] = best
  if (first === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', agency: first } : { kind: 'several', agencies: best }
}

/** Every agency that could be meant, the likeliest first; all of them for nothing. */
export function agenciesLike(spoken: string, agencies: readonly SpeakableAgency[]): readonly SpeakableAgency[] {
  if (spoken.trim() === '') return agencies
  return rankAgencies(spoken, agencies).map(({ agency }) => agency)
}

type Ranked = { readonly agency: SpeakableAgency; readonly rank: number }

function rankAgencies(spoken: string, agencies: readonly SpeakableAgency[]): readonly Ranked[] {
  const written = spoken.trim()
  const key = agencyKey(written)
  return agencies
    .map((agency): Ranked => ({ agency, rank: rankOf(written, key, agency) }))
    .filter(({ rank }) => rank < ranks.length)
    .toSorted((a, b) => a.rank - b.rank)
}

const ranks: readonly ((key: string, name: string, sector: Sector) => boolean)[] = [
  (key, name) => key === name,
  (key, name) => initialsOf(name).includes(key.replaceAll(' ', '')),
  (key, name) => name.startsWith(key),
  (key, name) => beginsWordsOf(key.split(' '), name.split(' ')),
  (key, _name, sector) => sectorWords[sector].some((word) => word.startsWith(key)),
]

function rankOf(written: string, key: string, { name, sector }: SpeakableAgency): number {
  if (written === name) return 0
  if (key === '') return ranks.length
  const rank = ranks.findIndex((fits) => fits(key, agencyKey(name), sector))
  return rank === -1 ? ranks.length : rank
}

/** `department of child services` goes by `dcs` and by `docs`. */
function initialsOf(name: string): readonly string[] {
  const all = name.split(' ')
  if (all.length < 2) return []
  const letters = (parts: readonly string[]) => parts.map((part) => part.slice(0, 1)).join('')
  return [letters(all), letters(all.filter((part) => !smallWords.has(part)))].filter((short) => short.length > 1)
}

/** True where each spoken word begins a word of the name, in the name's order. */
function beginsWordsOf(spoken: readonly string[], name: readonly string[]): boolean {
  let from = 0
  return spoken.every((part) => {
    const at = name.findIndex((word, index) => index >= from && word.startsWith(part))
    from = at + 1
    return at !== -1
  })
}
