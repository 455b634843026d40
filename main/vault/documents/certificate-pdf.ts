import type { HoldingBackup } from '#db'
import type { IsoDate } from '#domain/dates.ts'
import type { DestroyedCounts, Destruction } from '#domain/retention/destruction.ts'
import type { Locale } from '#domain/settings.ts'
import { fill } from '#domain/sharing/action-list-words.ts'
import { printable } from '#domain/sharing/printable.ts'
import { randomBytes } from 'node:crypto'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { certificateWords, type CertificateWords } from './certificate-words.ts'
import { longDate } from './long-date.ts'
import { fontName, readyPdfmake } from './pdf-fonts.ts'
import type { PdfPage } from './pdf.ts'
import { settable } from './roboto-text.ts'

export type Certificate = {
  readonly destruction: Destruction
  readonly oldBackups: readonly HoldingBackup[]
  readonly teamName: string
  readonly madeOn: IsoDate
}

const INK = '#1f2933'
const QUIET = '#52606d'
const LINE = '#c5ced6'
const MARGIN = 48

/** What was destroyed, when, by whom and why, by reference and date alone, as a PDF under a password with empty metadata. */
export async function writeCertificatePdf(certificate: Certificate, locale: Locale, password: string, page: PdfPage): Promise<Uint8Array> {
  const words = certificateWords(locale)
  const { destruction, teamName, madeOn } = certificate
  const document: TDocumentDefinitions = {
    version: '1.7ext3',
    userPassword: password,
    ownerPassword: randomBytes(24).toString('base64url'),
    permissions: { printing: 'highResolution', contentAccessibility: true, copying: true },
    info: { creator: ' ', producer: ' ', creationDate: new Date(`${madeOn}T00:00:00Z`) },
    language: locale,
    pageSize: page.pageSize,
    pageMargins: MARGIN,
    defaultStyle: { font: fontName, fontSize: 10, lineHeight: 1.2, color: INK },
    content: [
      { text: text(words.title), fontSize: 18, bold: true },
      { text: text(`${teamName} · ${fill(words.number, { number: destruction.id })}`), color: QUIET, margin: [0, 2, 0, 16] },
      factsOf(certificate, words, locale),
      recordsOf(destruction, words, locale),
      { text: text(words.how), margin: [0, 14, 0, 6] },
      { text: text(words.notCovered), margin: [0, 0, 0, 14] },
      ...backupsOf(certificate.oldBackups, words),
    ],
    footer: (current, count) => ({
      text: fill(words.page, { page: current, pages: count }),
      alignment: 'right',
      fontSize: 8,
      color: QUIET,
      margin: [MARGIN, 12, MARGIN, 0],
    }),
  }
  return new Uint8Array(await readyPdfmake().createPdf(document).getBuffer())
}

function factsOf({ destruction, madeOn }: Certificate, words: CertificateWords, locale: Locale): Content {
  const facts: readonly (readonly [string, string])[] = [
    [words.facts.at, `${longDate(destruction.at.slice(0, 10) as IsoDate, locale)}, ${destruction.at.slice(11, 16)} UTC`],
    [words.facts.by, destruction.by],
    [words.facts.reason, words.reasons[destruction.reason]],
    [words.facts.log, String(destruction.auditSeq + 1)],
    [words.facts.madeOn, longDate(madeOn, locale)],
  ]
  return {
    layout: 'noBorders',
    table: { widths: [150, '*'], body: facts.map(([label, value]) => [{ text: text(label), color: QUIET }, { text: text(value) }]) },
    margin: [0, 0, 0, 12],
  }
}

function recordsOf({ records }: Destruction, words: CertificateWords, locale: Locale): Content {
  const head = words.columns.map((title): TableCell => ({ text: text(title), bold: true, fillColor: '#e4e9ee' }))
  const body = records.map(({ reference, kind, since, counts }): TableCell[] => [
    { text: text(reference), bold: true },
    { text: text(words.kinds[kind]) },
    { text: text(longDate(since, locale)) },
    { text: text(countsOf(counts, words)) },
  ])
  return {
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => LINE, paddingTop: () => 4, paddingBottom: () => 4 },
    table: { headerRows: 1, dontBreakRows: true, widths: [92, '*', 84, 140], body: [head, ...body] },
  }
}

function countsOf(counts: DestroyedCounts, words: CertificateWords): string {
  return Object.entries(counts)
    .filter(([sort, count]) => count > 0 && words.counts[sort] !== undefined)
    .map(([sort, count]) => `${String(count)} ${words.counts[sort] ?? ''}`)
    .join(', ')
}

function backupsOf(backups: readonly HoldingBackup[], words: CertificateWords): readonly Content[] {
  const title: Content = { text: text(words.backupsTitle), bold: true, margin: [0, 0, 0, 4] }
  if (backups.length === 0) return [title, { text: text(words.noBackups) }]
  return [
    title,
    { ul: backups.map(({ madeAt, fileName }) => ({ text: text(`${madeAt.slice(0, 16).replace('T', ' ')} UTC  ${fileName}`) })) },
  ]
}

/** Words that the font can set. Names of the team and of the coordinator may be long: pdfmake breaks them at spaces. */
function text(words: string): Content {
  return settable(printable(words))
}
