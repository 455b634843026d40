import type { ActionListContent, ActionListRow } from '#domain/sharing/action-list.ts'
import { type ActionListWords, fill } from '#domain/sharing/action-list-words.ts'
import { printable } from '#domain/sharing/printable.ts'
import { randomBytes } from 'node:crypto'
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { longDate } from './long-date.ts'
import { fontName, readyPdfmake } from './pdf-fonts.ts'
import { settable } from './roboto-text.ts'

export type PdfPage = { readonly pageSize: 'A4' | 'LETTER' }

const INK = '#1f2933'
const QUIET = '#52606d'
const LINE = '#c5ced6'
const MARGIN = 40
const FOOT = 84
/** A longer word than this would run out of its column: it is broken anywhere. */
const LONGEST_WORD = 24

/**
 * The list as a PDF under a password: AES-256, owner's password random and forgotten, no author, title, producer or time of day. Any text is set;
 * a mark stands for scripts that the font lacks (the spreadsheet has them).
 */
export async function writeActionListPdf(
  content: ActionListContent,
  words: ActionListWords,
  password: string,
  page: PdfPage,
): Promise<Uint8Array> {
  const document: TDocumentDefinitions = {
    version: '1.7ext3',
    userPassword: password,
    ownerPassword: randomBytes(24).toString('base64url'),
    permissions: { printing: 'highResolution', contentAccessibility: true, copying: true },
    // The library writes its own name where these are empty.
    info: { creator: ' ', producer: ' ', creationDate: new Date(`${content.madeOn}T00:00:00Z`) },
    language: words.locale,
    pageSize: page.pageSize,
    pageMargins: [MARGIN, MARGIN, MARGIN, FOOT],
    defaultStyle: { font: fontName, fontSize: 9.5, lineHeight: 1.15, color: INK },
    content: [
      ...heading(content, words),
      content.rows.length === 0 ? { text: breakable(words.noActions), margin: [0, 16, 0, 0] } : table(content.rows, words),
    ],
    footer: (current, count, size) => foot(words, size.width - 2 * MARGIN, current, count),
  }
  return new Uint8Array(await readyPdfmake().createPdf(document).getBuffer())
}

function heading(content: ActionListContent, words: ActionListWords): readonly Content[] {
  const date = (day: ActionListContent['madeOn']) => longDate(day, words.locale)
  return [
    { text: breakable(fill(words.title, { agency: content.agencyName })), fontSize: 16, bold: true },
    {
      text: breakable(`${content.teamName} · ${fill(words.meeting, { date: date(content.meetingOn) })} · ${words.count}`),
      fontSize: 10.5,
      margin: [0, 2, 0, 0],
    },
    {
      text: breakable(fill(words.list, { reference: content.listReference, version: content.version, date: date(content.madeOn) })),
      color: QUIET,
      margin: [0, 2, 0, 10],
    },
  ]
}

function table(rows: readonly ActionListRow[], words: ActionListWords): Content {
  const { columns } = words
  const head = [columns.action, columns.caseReference, columns.description, columns.dueOn, columns.status]
  return {
    layout,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [42, 70, '*', 62, 84],
      body: [
        head.map((title): TableCell => ({ text: breakable(title), bold: true, fillColor: '#e4e9ee' })),
        ...rows.map((row) => tableRow(row, words)),
      ],
    },
  }
}

function tableRow(row: ActionListRow, words: ActionListWords): TableCell[] {
  return [
    { text: breakable(row.actionReference), bold: true },
    { text: breakable(row.caseReference) },
    { text: breakable(row.description) },
    { text: breakable(longDate(row.dueOn, words.locale)) },
    { text: breakable(words.statuses[row.status]) },
  ]
}

function foot(words: ActionListWords, width: number, current: number, count: number): Content {
  return {
    margin: [MARGIN, 10, MARGIN, 0],
    fontSize: 8,
    color: QUIET,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: LINE }], margin: [0, 0, 0, 5] },
      {
        columns: [
          { width: '*', stack: [{ text: breakable(words.confidential), bold: true, color: INK }, { text: breakable(words.reportBack) }] },
          { width: 70, text: fill(words.page, { page: current, pages: count }), alignment: 'right' },
        ],
        columnGap: 12,
      },
    ],
  }
}

const layout: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 3.5,
  paddingBottom: () => 3.5,
}

/** The text in runs, so that a word too long for a column is broken rather than run over its neighbour. */
function breakable(words: string): Content[] {
  return settable(printable(words))
    .split(/(\S{25,})/u)
    .filter((run) => run !== '')
    .map((run) => (/\s/u.test(run) || [...run].length <= LONGEST_WORD ? run : { text: run, wordBreak: 'break-all' }))
}
