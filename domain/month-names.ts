/** English and Spanish months, folded, long and short; January first. */
export const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre', 'set'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]
const byName = new Map(monthNames.flatMap((spellings, index) => spellings.map((name) => [name, index + 1] as const)))

/** The month, 1-12, that an English or Spanish name or abbreviation means; null for any other word. */
export function monthNamed(word: string): number | null {
  return byName.get(word.toLowerCase().replace(/\.$/u, '')) ?? null
}
