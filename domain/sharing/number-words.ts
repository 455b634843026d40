const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const EN_ORDINALS: readonly (readonly [string, string])[] = [
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
  ['twenty', 'twentieth'],
  ['thirty', 'thirtieth'],
]
const ES_SMALL = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte ' +
  'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
).split(' ')
const ES_TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']

function english(value: number): string {
  if (value < 20) return EN_SMALL[value] ?? ''
  const tens = EN_TENS[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? tens : `${tens} ${EN_SMALL[value % 10] ?? ''}`
}

function spanish(value: number): string {
  if (value < 30) return ES_SMALL[value] ?? ''
  const tens = ES_TENS[Math.floor(value / 10)] ?? ''
  return value % 10 === 0 ? tens : `${tens} y ${ES_SMALL[value % 10] ?? ''}`
}

function ordinal(words: string): string {
  const known = EN_ORDINALS.find(([cardinal]) => words.endsWith(cardinal))
  return known ? words.slice(0, -known[0].length) + known[1] : `${words}th`
}

/** A day of a month, 1-31, in folded English and Spanish words: `fourth`, `four`, `cuatro`. */
export function dayInWords(day: number): readonly string[] {
  return [ordinal(english(day)), english(day), spanish(day), ...(day === 1 ? ['primero'] : [])]
}

/** A year, 1900-2099, in folded English and Spanish words: `nineteen ninety`, `two thousand and eighteen`, `mil novecientos noventa`. */
export function yearInWords(year: number): readonly string[] {
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const inSpanish = `${century === 19 ? 'mil novecientos' : 'dos mil'}${rest === 0 ? '' : ` ${spanish(rest)}`}`
  const and = rest === 0 ? [''] : [` and ${english(rest)}`, ` ${english(rest)}`]
  const hundreds = and.map((end) => `${century === 19 ? 'nineteen hundred' : 'two thousand'}${end}`)
  const pairs = rest === 0 ? [] : [`${english(century)} ${rest < 10 ? `oh ${english(rest)}` : english(rest)}`]
  return [...pairs, ...hundreds, inSpanish]
}
