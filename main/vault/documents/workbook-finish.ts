import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What the writer of the workbook cannot say: drop-down, protection, filter, printing, the hidden sheet. Cells named as in `F5`. */
export type Finish = {
  readonly headingRows: number
  readonly rowCount: number
  readonly tableColumns: string
  readonly choice: { readonly column: string; readonly from: string; readonly message: string }
  readonly comment: { readonly column: string; readonly limit: number; readonly message: string }
}

/** Earliest date that a zip can hold: the archive says nothing of when it was made. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Adds to a workbook of two sheets, the second to be hidden, what its writer leaves out, and packs it again without times. Everything but the two
 * columns to fill in is protected against slips (no password: it protects nothing else).
 */
export function finishWorkbook(bytes: Uint8Array, finish: Finish): Uint8Array {
  const files = unzipSync(bytes)
  const edit = (path: string, change: (xml: string) => string) => {
    const file = files[path]
    if (!file) throw new Error(`the workbook has no ${path}`)
    files[path] = strToU8(change(strFromU8(file)))
  }
  const isEmpty = finish.rowCount === 0
  const first = finish.headingRows + 1
  const last = Math.max(finish.headingRows + finish.rowCount, first)
  if (!isEmpty) {
    const styles = [finish.choice.column, finish.comment.column].map((column) =>
      styleOf(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array()), `${column}${String(first)}`),
    )
    edit('xl/styles.xml', (xml) => [...new Set(styles)].reduce(unlockStyle, xml))
  }
  edit('xl/workbook.xml', (xml) => hideSecondSheet(withPrintTitles(xml, finish.headingRows)))
  edit('xl/worksheets/sheet1.xml', (xml) => finishSheet(xml, finish, first, last, isEmpty))
  return zipSync(files, { mtime: NO_TIME, level: 6 })
}

function finishSheet(xml: string, finish: Finish, first: number, last: number, isEmpty: boolean): string {
  const range = (column: string) => `${column}${String(first)}:${column}${String(last)}`
  const protection =
    '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" autoFilter="0" selectLockedCells="0" selectUnlockedCells="0"/>'
  const filter = isEmpty ? '' : `<autoFilter ref="A${String(finish.headingRows)}:${finish.tableColumns}${String(last)}"/>`
  const validations = [
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${attribute(finish.choice.message)}" sqref="${range(finish.choice.column)}"><formula1>${finish.choice.from}</formula1></dataValidation>`,
    `<dataValidation type="textLength" operator="lessThanOrEqual" allowBlank="1" showErrorMessage="1" error="${attribute(finish.comment.message)}" sqref="${range(finish.comment.column)}"><formula1>${String(finish.comment.limit)}</formula1></dataValidation>`,
  ]
  const rules = isEmpty ? '' : `<dataValidations count="${String(validations.length)}">${validations.join('')}</dataValidations>`
  // The order of these elements is fixed by the format: data, protection, filter, merged cells, validations, page.
  const laidOut = xml
    .replace(/ xSplit="0"| activePane="bottomRight"/g, (part) => (part.startsWith(' xSplit') ? '' : ' activePane="bottomLeft"'))
    .replace('</sheetData>', `</sheetData>${protection}${filter}`)
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace(/<pageMargins[^>]*\/>/, '')
    .replace(
      /(?=<\/worksheet>)/,
      `${rules}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    )
  return laidOut.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
}

function hideSecondSheet(xml: string): string {
  return xml.replace(/<sheet (?=[^>]*sheetId="2")/, '<sheet state="veryHidden" ')
}

function withPrintTitles(xml: string, headingRows: number): string {
  const name = /<sheet [^>]*sheetId="1"[^>]*name="([^"]*)"|<sheet [^>]*name="([^"]*)"[^>]*sheetId="1"/.exec(xml)
  const sheet = (name?.[1] ?? name?.[2] ?? '').replaceAll('&apos;', "'").replaceAll("'", "''")
  const defined = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$${String(headingRows)}:$${String(headingRows)}</definedName></definedNames>`
  return xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, '').replace('</sheets>', `</sheets>${defined}`)
}

/** The number of a cell's style. */
function styleOf(xml: string, cell: string): number {
  const found = new RegExp(`<c (?=[^>]*r="${cell}")[^>]*s="(\\d+)"`).exec(xml)
  if (!found) throw new Error(`cell ${cell} has no style`)
  return Number(found[1])
}

function unlockStyle(xml: string, style: number): string {
  const start = xml.indexOf('<cellXfs')
  let index = -1
  const cells = xml.slice(start).replace(/<xf ([^>]*)>(.*?)<\/xf>/g, (whole, attributes: string, inner: string) => {
    index += 1
    return index === style ? `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>` : whole
  })
  return xml.slice(0, start) + cells
}

function attribute(text: string): string {
  return text
    .slice(0, 220)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', ' ')
}
