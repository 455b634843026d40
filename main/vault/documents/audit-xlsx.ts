import type { AuditRow } from '#domain/audit/entry.ts'
import { sentenceValues } from '#domain/audit/sentence.ts'
import { auditSentences, sentenceKey } from '#domain/audit/words.ts'
import type { Locale } from '#domain/settings.ts'
import { fill } from '#domain/sharing/action-list-words.ts'
import { inertCell } from '#domain/sharing/inert-cell.ts'
import { printable } from '#domain/sharing/printable.ts'
import { encrypt } from 'officecrypto-tool'
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/universal'
import { auditWords } from './audit-words.ts'
import { longDate } from './long-date.ts'

const WIDTHS = [10, 22, 26, 80, 24, 26] as const

/** A part of the log as a workbook under a password (Agile encryption, AES-256), in the sentences of the screen. No cell is ever a formula. */
export async function writeAuditXlsx(
  rows: readonly AuditRow[],
  team: { readonly locale: Locale; readonly teamName: string },
  password: string,
): Promise<Uint8Array> {
  const plain = await writePlainAuditXlsx(rows, team)
  return new Uint8Array(encrypt(Buffer.from(plain), { password }))
}

/** The same without the password, for those who check what is inside. */
export async function writePlainAuditXlsx(
  rows: readonly AuditRow[],
  { locale, teamName }: { readonly locale: Locale; readonly teamName: string },
): Promise<Uint8Array> {
  const words = auditWords(locale)
  const sentences = auditSentences(locale)
  const head: Row = words.columns.map((title): Cell => ({ ...text(title), fontWeight: 'bold', backgroundColor: '#e4e9ee' }))
  const body = rows.map((row): Row => {
    const values = sentenceValues(row, words.gone, (date) => longDate(date, locale))
    return [
      { type: Number, value: row.seq },
      text(row.at),
      text(row.actor),
      { ...text(fill(sentences[sentenceKey(row.operation, row.facts)], values)), wrap: true },
      text(row.outcome === 'done' ? words.done : fill(words.notDone, { code: row.outcome })),
      text(row.operation),
    ]
  })
  const title: Row = [{ ...text(`${words.title} · ${teamName}`), fontWeight: 'bold', columnSpan: WIDTHS.length }]
  const sheet = { sheet: words.sheet, stickyRowsCount: 2, columns: WIDTHS.map((width) => ({ width })), data: [title, head, ...body] }
  const blob = await writeXlsxFile([sheet], { fontFamily: 'Calibri', fontSize: 11 }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function text(words: string): { readonly type: StringConstructor; readonly value: string } {
  // `_x0041_` is how the format writes a character by number: kept literal.
  return { type: String, value: inertCell(printable(words)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') }
}
