import { oneLine } from './plain-text.ts'

const yes = new Set([
  'y',
  'yes',
  'true',
  '1',
  'x',
  'tick',
  'ticked',
  'checked',
  't',
  'si',
  'sí',
  's',
  '✓',
  '✔',
  '☑',
  '☒',
  '√',
  '✅',
  'yep',
  'verdadero',
  'positive',
  'met',
])
const no = new Set([
  'n',
  'no',
  'false',
  '0',
  'none',
  'f',
  'nil',
  '☐',
  '✗',
  '✘',
  '❌',
  'falso',
  'negative',
  'not met',
  'nope',
  '-',
  '–',
  '—',
  'n/a',
  'na',
])

/** A yes-or-no cell; null where it says neither. An empty cell is a no: a box that nobody ticked. */
export function readFlag(cell: string): boolean | null {
  const text = oneLine(cell)
    .toLowerCase()
    .replace(/\uFE0F/gu, '')
    .replace(/[.!*]+$/u, '')
  if (text === '') return false
  if (yes.has(text)) return true
  return no.has(text) ? false : null
}
