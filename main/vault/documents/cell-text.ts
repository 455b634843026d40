/** A workbook's cell as text: dates in ISO form (with the time where there is one), true and false in capitals as Excel shows them. */
export function cellText(value: string | boolean | Date | DateConstructor | null): string {
  if (value === null) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  // the reader's declarations say `typeof Date` where they mean a date
  return typeof value === 'string' ? value : ''
}

/** A number of a workbook in plain digits: no exponent, and no more than the 15 significant digits that Excel keeps. */
export function plainNumber(digits: string): string {
  const number = Number(digits)
  if (digits.trim() === '' || !Number.isFinite(number)) return digits
  if (Number.isInteger(number)) return BigInt(number).toString()
  const rounded = Number(number.toPrecision(15))
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/u, '').replace(/\.$/u, '') : text
}

const firstExcelDay = Date.UTC(1900, 0, 1)

/** Excel counts time in fractions of a day, so seconds are rounded; a time without a day lies before its first day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  if (date.getTime() < firstExcelDay) return text.slice(11, 16)
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)}T${text.slice(11, 16)}`
}
