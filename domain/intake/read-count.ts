import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'

export type CountRead =
  | { readonly kind: 'count'; readonly count: number | null; readonly details: string; readonly isAtLeast: boolean }
  | { readonly kind: 'refused'; readonly code: 'notANumber' | 'notWhole' | 'outOfRange' }

/** The most children a referral takes. */
export const mostChildren = 20

const inWords = new Map(
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index] as const,
  ),
)
const noChildren = new Set(['none', 'no', 'nil', 'n', 'no children', 'no kids', 'nil children', 'false', 'ninguno', 'ninguna', 'sin hijos'])
const someChildren = new Set(['yes', 'y', 'true', 'si', 'sí', 'x', '✓', '✔'])

/**
 * How many children: `2`, `two`, `none`, `2 (aged 4, 6)` with the rest as details, `yes` as at least one; unknown and empty as null.
 * `4, 6` could be two ages, so it is refused.
 */
export function readChildrenCount(cell: string): CountRead {
  const text = oneLine(cell)
  const lower = text.toLowerCase().replace(/\.$/u, '')
  if (saysNothing(text) && lower !== 'nil') return counted(null)
  if (saysUnknown(text)) return counted(null)
  if (noChildren.has(lower)) return counted(0)
  if (someChildren.has(lower)) return { kind: 'count', count: 1, details: text, isAtLeast: true }

  const parts = /^(?<number>-?\d+(?:[.,]\d+)?)(?<rest>.*)$/su.exec(text)?.groups ?? wordFirst(text)
  if (!parts) return { kind: 'refused', code: 'notANumber' }
  const rest = (parts['rest'] ?? '').trim()
  if (/^[,;&/+-]\s*\d+(?!\s*\p{L})|^\d/u.test(rest) || (/^[-/]/u.test(rest) && /\d/u.test(rest)))
    return { kind: 'refused', code: 'notANumber' }
  const count = Number(parts['number']?.replace(',', '.'))
  if (!Number.isInteger(count)) return { kind: 'refused', code: 'notWhole' }
  if (count < 0 || count > mostChildren) return { kind: 'refused', code: 'outOfRange' }
  const details = rest
    .replace(/^[\s:;,.–—x×(-]+(?=[\p{L}\d])/iu, '')
    .replace(/^\((?<inner>[^()]*)\)$/u, '$<inner>')
    .replace(/^(?<open>[^()]*)\)$/u, '$<open>')
    .trim()
  return counted(count, /^(?:child|children|kids?|hijos?|hijas?)?\.?$/iu.test(details) ? '' : details)
}

function wordFirst(text: string): Record<string, string> | null {
  const [word = '', ...others] = text.split(' ')
  const number = inWords.get(word.toLowerCase().replace(/[,:;.]$/u, ''))
  return number === undefined ? null : { number: String(number), rest: others.join(' ') }
}

function counted(count: number | null, details = ''): CountRead {
  return { kind: 'count', count, details, isAtLeast: false }
}
