import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { decrypt, encrypt } from 'officecrypto-tool'

/** What an agency writes beside one of its actions. */
export type FilledIn = { readonly status: string; readonly comment: string }

const FIRST_ROW = 5
const SHEET = 'xl/worksheets/sheet1.xml'

function asText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

/** Fills in status and comment of the list's first rows, as an agency does with its password, and protects the file again. */
export async function fillInList(bytes: Uint8Array, password: string, rows: readonly FilledIn[]): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await decrypt(Buffer.from(bytes), { password })))
  const sheet = parts[SHEET]
  if (!sheet) throw new Error('the list has no sheet')
  let xml = strFromU8(sheet)
  for (const [index, { status, comment }] of rows.entries()) {
    const row = FIRST_ROW + index
    for (const [column, text] of [
      ['F', status],
      ['G', comment],
    ] as const) {
      const empty = new RegExp(`<c r="${column}${String(row)}" s="(\\d+)"/>`)
      xml = xml.replace(
        empty,
        (_, style: string) => `<c r="${column}${String(row)}" s="${style}" t="inlineStr"><is><t>${asText(text)}</t></is></c>`,
      )
    }
  }
  return new Uint8Array(encrypt(Buffer.from(zipSync({ ...parts, [SHEET]: strToU8(xml) })), { password }))
}
