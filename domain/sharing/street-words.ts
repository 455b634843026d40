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
  ['green'],
  ['cottages', 'cottage'],
  ['vale'],
  ['wharf'],
  ['quay'],
  ['yard'],
  ['meadow', 'meadows'],
  ['villas'],
  ['heights', 'hts'],
  ['loop'],
  ['alley'],
  ['pike'],
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
export const plainKinds =
  'street road avenue lane crescent gardens terrace boulevard mews parkway highway st rd ave ln blvd hwy cres gdns'.split(' ')

/** Words before or after the name of a street by which its parts are told apart. */
export const directions: readonly string[] = 'north south east west northeast northwest southeast southwest n s e w ne nw se sw'.split(' ')
const OTHERS: readonly (readonly string[])[] = [
  ['saint', 'st', 'santa', 'san'],
  ['mount', 'mt'],
  ['point', 'pt'],
]

export const kindsAfter: readonly string[] = AFTER.flat()
export const kindsBefore: readonly string[] = BEFORE.flat()

/** The ways in which one word of an address may be written: `street` also as `st`, other words as they are. */
export function writings(word: string): readonly string[] {
  return [...new Set([word, ...[...AFTER, ...BEFORE, ...OTHERS].filter((forms) => forms.includes(word)).flat()])]
}
