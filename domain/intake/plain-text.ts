/** Control and format characters (direction overrides, zero-width space, byte-order mark) are invisible, so never meant; joiners and emoji tags are. */
const invisible = /(?![\n\t])\p{Cc}|(?!\u200C|\u200D|[\u{E0020}-\u{E007F}])\p{Cf}/gu

/** A cell as text to keep: NFC, line ends as `\n`, no invisible characters, no spaces at the ends of lines. */
export function plainText(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(invisible, '')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** The same on one line: for names, agencies, numbers and dates. */
export function oneLine(cell: string): string {
  return plainText(cell).replace(/\n+/gu, ' ')
}

const nothingSaid = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  'n/a',
  'na',
  'n.a.',
  'not applicable',
  'none given',
  'no aplica',
  'null',
  'nil',
  '#n/a',
])
const notKnown = new Set([
  '?',
  '??',
  '???',
  'unknown',
  'unk',
  'u/k',
  'uk',
  'n/k',
  'nk',
  'n.k.',
  'not known',
  'not given',
  'not disclosed',
  'not stated',
  'not recorded',
  'undisclosed',
  'unidentified',
  'anonymous',
  'withheld',
  'tbc',
  'tba',
  'to be confirmed',
  'dk',
  "don't know",
  'desconocido',
  'desconocida',
  'no consta',
  'se desconoce',
])

/** True where a cell says that nothing applies: empty, a dash, `n/a`. */
export function saysNothing(text: string): boolean {
  return nothingSaid.has(text.trim().toLowerCase())
}

/** True where a cell says that something is not known: `unknown`, `N/K`, `?`, `TBC`. */
export function saysUnknown(text: string): boolean {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^[(["']+|[)\]"'.!]+$/gu, '')
    .replace(/\s+/gu, ' ')
  return (
    notKnown.has(bare) ||
    notKnown.has(text.trim().toLowerCase()) ||
    /^(name )?(is )?(currently |as yet )?(unknown|not known|unidentified)( (male|female|man|woman|person|perpetrator|offender|suspect|name))?$/u.test(
      bare,
    )
  )
}
