/** Which number of `03/04/2026` is the day. */
export type DayOrder = 'dayFirst' | 'monthFirst'

export type DayOrderGuess = {
  readonly order: DayOrder
  /** `values`: the dates themselves show it; `mixed`: some show one order, some the other; `region`: nothing shows it. */
  readonly basis: 'values' | 'mixed' | 'region'
  readonly dayFirst: number
  readonly monthFirst: number
}

const numeric = /^\s*'?(\d{1,2})[/.\- ](\d{1,2})[/.\- ](?:\d{4}|\d{2})\b/u

/** The order of day and month in the dates of a whole column (or file): a number above 12 gives it away. `region` decides where none does. */
export function guessDayOrder(values: Iterable<string>, region: 'uk' | 'us' | 'other'): DayOrderGuess {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const parts = numeric.exec(value)
    if (!parts) continue
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) dayFirst += 1
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) monthFirst += 1
  }
  const usual: DayOrder = region === 'us' ? 'monthFirst' : 'dayFirst'
  if (dayFirst === 0 && monthFirst === 0) return { order: usual, basis: 'region', dayFirst, monthFirst }
  const order = dayFirst === monthFirst ? usual : dayFirst > monthFirst ? 'dayFirst' : 'monthFirst'
  return { order, basis: dayFirst > 0 && monthFirst > 0 ? 'mixed' : 'values', dayFirst, monthFirst }
}
