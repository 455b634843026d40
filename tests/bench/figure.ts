/** One thing measured against its reference in the same run. */
export type Figure = {
  readonly group: string
  readonly name: string
  /** Median milliseconds. */
  readonly ms: number
  readonly reference: string
  readonly referenceMs: number
  readonly ratio: number
  /** What it must not exceed; null where the figure is for information. */
  readonly ratioBound: number | null
  /** Milliseconds that must not be exceeded, and by what: the whole path where it has one. */
  readonly pathMs: number | null
  readonly msBound: number | null
  readonly isMet: boolean
}

type Given = Pick<Figure, 'group' | 'name' | 'ms' | 'reference' | 'referenceMs'> &
  Partial<Pick<Figure, 'ratioBound' | 'pathMs' | 'msBound'>>

/** A figure with its ratio and its verdict. */
export function figure({ ratioBound = null, pathMs = null, msBound = null, ...given }: Given): Figure {
  const ratio = given.ms / given.referenceMs
  const isMet = (ratioBound === null || ratio <= ratioBound) && (msBound === null || (pathMs ?? given.ms) <= msBound)
  return { ...given, ratio, ratioBound, pathMs, msBound, isMet }
}

const inMs = (value: number): string => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0))

/** One line of the table on the terminal. */
export function lineOf(one: Figure): string {
  const bounds = [one.ratioBound === null ? '' : `at most ${one.ratioBound}x`, one.msBound === null ? '' : `under ${one.msBound} ms`]
    .filter((each) => each !== '')
    .join(', ')
  return [
    one.name.padEnd(52),
    inMs(one.ms).padStart(8),
    (one.pathMs === null ? '' : inMs(one.pathMs)).padStart(8),
    inMs(one.referenceMs).padStart(8),
    `${one.ratio.toFixed(2)}x`.padStart(9),
    `  ${one.isMet ? (bounds === '' ? 'for information' : 'met') : 'MISSED'}${bounds === '' ? '' : ` (${bounds})`}`,
  ].join('')
}

export const headLine = `${''.padEnd(52)}${'ms'.padStart(8)}${'path ms'.padStart(8)}${'ref. ms'.padStart(8)}${'ratio'.padStart(9)}`
