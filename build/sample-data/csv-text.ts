/** Rows as CSV the way Excel saves "CSV UTF-8": a byte order mark, CRLF, quotes where a cell needs them (RFC 4180). */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
