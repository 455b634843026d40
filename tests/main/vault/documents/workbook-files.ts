import { strToU8, type Zippable, zipSync } from 'fflate'

/** A small, sound workbook of one sheet, part by part, to be spoiled by a test. */
export function workbookParts(sheetData: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  }
}

export const textCell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A header and one row. */
export const soundRows = `<row r="1">${textCell('A1', 'Victim name')}${textCell('B1', 'Perp')}</row><row r="2">${textCell('A2', 'Marigold Testerly')}${textCell('B2', 'Basil Sampleton')}</row>`

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  )
  return zipSync(files, { level: 9 })
}

/** Writes another uncompressed size for every entry into the central directory: a lie that only inflating finds out. */
export function withStatedSizes(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    bytes.writeUInt32LE(size, at + 24)
  return Uint8Array.from(bytes)
}
