/** Kinds of street and their short forms, folded. English kinds stand after the name, Spanish ones before it. */
const AFTER: readonly (readonly string[])[] = [
  ['street', 'st', 'str'],
  ['road', 'rd'],
  ['avenue', 'ave', 'av'],
  ['lane', 'ln'],
  ['drive', 'dr'],
  ['close', 'cl'],
  ['court', 'ct'],
  ['crescent', 'cres'],
  ['gardens', 'gdns'],
  ['grove', 'gr'],
  ['place', 'pl'],
  ['square', 'sq'],
  ['terrace', 'terr', 'ter'],
  ['boulevard', 'blvd'],
  ['highway', 'hwy'],
  ['parkway', 'pkwy'],
  ['circle', 'cir'],
  ['trail', 'trl'],
  ['way'],
  ['walk'],
  ['row'],
  ['hill'],
  ['park'],
  ['mews'],
  ['rise'],
  ['view'],
]
const BEFORE: readonly (readonly string[])[] = [
  ['calle', 'c', 'cl'],
  ['avenida', 'avda', 'av'],
  ['plaza', 'pza', 'plza'],
  ['paseo', 'pso', 'p'],
  ['camino', 'cno'],
  ['carretera', 'ctra'],
  ['ronda', 'rda'],
  ['travesia', 'trva'],
  ['carrer'],
  ['rua'],
]

/** Kinds that are seldom anything else, so that a street is recognised even in lower case. */
export const plainKinds = 'street road avenue lane crescent gardens terrace boulevard mews parkway highway'.split(' ')

export const kindsAfter: readonly string[] = AFTER.flat()
export const kindsBefore: readonly string[] = BEFORE.flat()

/** The ways in which one word of an address may be written: `street` also as `st`, other words as they are. */
export function writings(word: string): readonly string[] {
  return [...AFTER, ...BEFORE].find((forms) => forms.includes(word)) ?? [word]
}
