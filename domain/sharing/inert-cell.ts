/** What spreadsheet programs may take for the start of a formula, full-width forms included (security requirement 62). */
const STARTS_A_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠﹢﹣﹦﹫]/u
const BEFORE_IT = /^[\s\p{Cf}\p{Cc}]*/u

/** True where a spreadsheet program, or a person's copy and paste, could turn the text into a formula. */
export function startsLikeFormula(text: string): boolean {
  return STARTS_A_FORMULA.test(text) || STARTS_A_FORMULA.test(text.replace(BEFORE_IT, ''))
}

/** The text as it may stand in a cell: an apostrophe goes before anything that could become a formula. */
export function inertCell(text: string): string {
  return startsLikeFormula(text) ? `'${text}` : text
}

/** The text that `inertCell` was given. */
export function fromInertCell(text: string): string {
  return text.startsWith("'") && startsLikeFormula(text.slice(1)) ? text.slice(1) : text
}
