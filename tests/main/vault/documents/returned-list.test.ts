import { reviewReturn } from '#domain/sharing/return.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openLockedWorkbook } from '../../../../main/vault/documents/locked-workbook.ts'
import { readReturnedList } from '../../../../main/vault/documents/returned-list.ts'
import { writeActionListXlsx, writePlainActionListXlsx } from '../../../../main/vault/documents/xlsx.ts'
import { inLibreOffice } from './libre-office.ts'
import { password, sampleList, sealKey, words } from './sample-list.ts'

const list = sampleList(6)
const plain = await writePlainActionListXlsx(list, words, sealKey)
const locked = await writeActionListXlsx(list, words, password, sealKey)

function readReturned(bytes: Uint8Array, passwords: readonly string[], key: Uint8Array) {
  const workbook = openLockedWorkbook(bytes, passwords)
  return workbook.ok ? readReturnedList(workbook.value, key) : workbook
}

function rowsOf(bytes: Uint8Array, passwords: readonly string[] = []) {
  const read = readReturned(bytes, passwords, sealKey)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.rows
}

function refusalOf(bytes: Uint8Array, passwords: readonly string[] = [], key = sealKey) {
  const read = readReturned(bytes, passwords, key)
  return read.ok ? null : read.refusal
}

/** The file with one part changed by hand. */
function changed(path: string, change: (xml: string) => string, bytes = plain): Uint8Array {
  const files = unzipSync(bytes)
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) })
}

describe('a list that comes back', () => {
  test('untouched, is intact in every row and knows its list and actions again', () => {
    const read = readReturned(locked, ['another password', password], sealKey)
    expect(read.ok && read.value.listToken).toBe(list.listToken)
    const rows = read.ok ? read.value.rows : []
    expect(rows.map((row) => [row.actionId, row.actionVersion, row.actionReference, row.caseReference, row.description])).toEqual(
      list.rows.map((row) => [row.actionId, row.actionVersion, row.actionReference, row.caseReference, row.description]),
    )
    expect(rows.every((row) => row.seal === 'intact' && row.newStatus.kind === 'none' && row.comment === '')).toBe(true)
    expect(rows.map((row) => row.rowNumber)).toEqual([5, 6, 7, 8, 9, 10])
  })

  test('filled in and saved by LibreOffice, with the password or without it, tells status and comment', { timeout: 60_000 }, () => {
    const edits = { F5: 'Complete', G5: 'Locks changed, keys given', F6: ' in PROGRESS ', F7: 'all done', G8: "'-not yet" }
    for (const savePassword of [password, '']) {
      const saved = inLibreOffice({ bytes: locked, password, saveAs: 'xlsx', savePassword, edits })
      const rows = rowsOf(new Uint8Array(saved ?? []), [password])
      expect(rows.map((row) => row.seal)).toEqual(Array(6).fill('intact'))
      expect(rows.map((row) => row.newStatus)).toEqual([
        { kind: 'status', status: 'complete' },
        { kind: 'status', status: 'inProgress' },
        { kind: 'unknown', text: 'all done' },
        { kind: 'none' },
        { kind: 'none' },
        { kind: 'none' },
      ])
      expect(rows.map((row) => row.comment)).toEqual(['Locks changed, keys given', '', '', '-not yet', '', ''])
    }
  })

  test('with a locked cell changed, marks that row as altered', { timeout: 60_000 }, () => {
    const edits = { C5: 'Change nothing', D6: '1 Jan 2027', E7: 'Complete', B8: 'HR-2026-0001', F9: 'Complete' }
    const saved = inLibreOffice({ bytes: locked, password, saveAs: 'xlsx', unprotect: true, edits })
    expect(rowsOf(new Uint8Array(saved ?? [])).map((row) => row.seal)).toEqual([
      'altered',
      'altered',
      'altered',
      'altered',
      'intact',
      'intact',
    ])
  })

  test('with a row of another list, marks it as foreign', { timeout: 60_000 }, () => {
    const saved = inLibreOffice({
      bytes: plain,
      saveAs: 'xlsx',
      unprotect: true,
      edits: { A5: 'A-9999', F5: 'Complete', A11: 'A-0777', C11: 'Something new' },
    })
    const rows = rowsOf(new Uint8Array(saved ?? []))
    expect(rows.map((row) => row.seal)).toEqual(['foreign', 'intact', 'intact', 'intact', 'intact', 'intact', 'foreign'])
    expect(rows[0]?.actionId).toBeNull()
  })

  test('sorted otherwise, with rows taken out and a column put in, is still read right', () => {
    const reversed = changed('xl/worksheets/sheet1.xml', (xml) => {
      const rows = [...xml.matchAll(/<row r="(\d+)".*?<\/row>/g)].map(([row, number]) => ({ row, number: Number(number) }))
      const head = rows.filter(({ number }) => number <= 4)
      const body = rows
        .filter(({ number }) => number > 4 && number !== 7)
        .toReversed()
        .map(({ row, number }, index) => row.replaceAll(new RegExp(`(r="[A-Z]?)${String(number)}"`, 'g'), `$1${String(index + 5)}"`))
      const moved = [...head.map(({ row }) => row), ...body]
        .join('')
        .replace(/r="([A-G])(\d+)"/g, (_, column: string, row: string) => `r="${String.fromCharCode(column.charCodeAt(0) + 2)}${row}"`)
      return xml.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${moved}</sheetData>`)
    })
    const rows = rowsOf(reversed)
    expect(rows.map((row) => row.actionReference)).toEqual(['A-0006', 'A-0005', 'A-0004', 'A-0002', 'A-0001'])
    expect(rows.every((row) => row.seal === 'intact')).toBe(true)
  })

  test('with a seal forged for another action or version, is not intact', () => {
    const swapped = changed('xl/sharedStrings.xml', (xml) => {
      const seals = xml.match(/[0-9a-f]{64}/g) ?? []
      return xml
        .replace(seals[1] ?? '', 'x')
        .replace(seals[2] ?? '', seals[1] ?? '')
        .replace('<t>x</t>', `<t>${seals[2] ?? ''}</t>`)
    })
    expect(rowsOf(swapped).map((row) => row.seal)).toEqual(['altered', 'altered', 'intact', 'intact', 'intact', 'intact'])
    const otherVersion = changed('xl/worksheets/sheet2.xml', (xml) => {
      const id = /<c r="B8"[^>]*><v>(\d+)<\/v>/.exec(xml)?.[1] ?? ''
      return xml.replace(/(<c r="D7"[^>]*><v>)\d+/, `$1${id}`)
    })
    expect(rowsOf(otherVersion)[0]).toMatchObject({ seal: 'altered', actionVersion: 2 })
  })

  test('leads to the difference for each action', () => {
    const filled = changed('xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<c r="F5"([^>]*)\/>/, '<c r="F5"$1 t="inlineStr"><is><t>Complete</t></is></c>')
        .replace(/<c r="F6"([^>]*)\/>/, '<c r="F6"$1 t="str"><f>1+1</f><v>Not undertaken</v></c>')
        .replace(/<c r="G7"([^>]*)\/>/, '<c r="G7"$1 t="inlineStr"><is><r><t>Waiting for </t></r><r><t>the court</t></r></is></c>'),
    )
    const current = new Map(list.rows.map((row) => [row.actionId, { status: row.status, version: row.actionVersion }] as const))
    expect(reviewReturn(rowsOf(filled), current).map(({ outcome }) => outcome)).toEqual([
      { kind: 'change', from: 'agreed', to: 'complete', comment: '' },
      { kind: 'refused', reason: 'reasonMissing' },
      { kind: 'comment', comment: 'Waiting for the court' },
      { kind: 'unchanged' },
      { kind: 'unchanged' },
      { kind: 'unchanged' },
    ])
  })
})

describe('refused is', () => {
  test('a list whose password is not known', () => {
    expect(refusalOf(locked, ['wrong', ''])).toEqual({ code: 'returnPasswordUnknown' })
    expect(refusalOf(locked)).toEqual({ code: 'returnPasswordUnknown' })
  })

  test('a list sealed under another key, a workbook without the seal, and one whose statuses were rewritten', async () => {
    expect(refusalOf(plain, [], new Uint8Array(32).fill(8))).toEqual({ code: 'returnNotOurs' })
    expect(refusalOf(changed('xl/workbook.xml', (xml) => xml.replace('name="Seal"', 'name="Else"')))).toEqual({ code: 'returnNotOurs' })
    expect(refusalOf(changed('xl/worksheets/sheet1.xml', (xml) => xml.replace(/<row r="4".*?<\/row>/, '')))).toEqual({
      code: 'returnNotOurs',
    })
    const relabelled = await writePlainActionListXlsx(list, { ...words, statuses: { ...words.statuses, complete: 'Zzz' } }, sealKey)
    expect(refusalOf(changed('xl/sharedStrings.xml', (xml) => xml.replace('Zzz', 'Not finished'), relabelled))).toEqual({
      code: 'returnNotOurs',
    })
  })

  test('whatever is no workbook, by what it is', () => {
    const problem = (bytes: Uint8Array) => {
      const refusal = refusalOf(bytes, [password])
      return refusal?.code === 'fileNotReadable' ? refusal.problem : refusal?.code
    }
    expect(problem(new Uint8Array())).toBe('empty')
    expect(problem(strToU8('Action,Case\nA-0001,HR-2026-0001'))).toBe('notASpreadsheet')
    expect(problem(new Uint8Array(4096))).toBe('binary')
    expect(problem(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }))).toBe(
      'notASpreadsheet',
    )
    expect(problem(strToU8('PK\u0003\u0004 and then nothing'))).toBe('damaged')
    expect(problem(plain.slice(0, plain.length / 2))).toBe('damaged')
    expect(problem(locked.slice(0, 3000))).toBe('damaged')
  })

  test('what would cost too much: a bomb, a document type, a million rows, a million turns of the key', () => {
    const bomb = changed('xl/sharedStrings.xml', (xml) => xml.replace('</sst>', `<si><t>${' '.repeat(40_000_000)}</t></si></sst>`))
    expect(refusalOf(bomb)).toEqual({ code: 'fileNotReadable', problem: 'expandsTooMuch' })
    const entities = changed('xl/sharedStrings.xml', (xml) => xml.replace('?>', '?><!DOCTYPE sst [<!ENTITY a "aaaa">]>'))
    expect(refusalOf(entities)).toEqual({ code: 'fileNotReadable', problem: 'damaged' })
    const rows = changed('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        `${Array.from({ length: 30_000 }, (_, index) => `<row r="${String(index + 11)}"><c r="A${String(index + 11)}"><v>${String(index)}</v></c></row>`).join('')}</sheetData>`,
      ),
    )
    expect(refusalOf(rows)).toEqual({ code: 'fileNotReadable', problem: 'tooManyRows' })
    const far = changed('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    )
    expect(refusalOf(far)).toEqual({ code: 'fileNotReadable', problem: 'tooManyColumns' })

    const spins = Buffer.from(locked)
    const at = spins.indexOf('spinCount="100000"')
    expect(at).toBeGreaterThan(0)
    spins.write('spinCount="9999999"', at)
    // Stretched so often a key would take minutes: it is refused before it is tried, or this test runs out of its time.
    expect(refusalOf(spins, [password])).toEqual({ code: 'fileNotReadable', problem: 'damaged' })
  })

  test('a protected file that was changed anywhere in its content', () => {
    for (const at of [2048, 4096, 6000]) {
      const bent = Uint8Array.from(locked)
      bent[at] = (bent[at] ?? 0) ^ 1
      const read = readReturned(bent, [password], sealKey)
      expect(read.ok).toBe(false)
    }
  })

  test('any cut or bent file, without an exception', () => {
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (const original of [plain, locked]) {
      for (let round = 0; round < 60; round += 1) {
        const bent = Uint8Array.from(original)
        for (let flips = 0; flips < 5; flips += 1) bent[random(bent.length)] = random(256)
        const read = readReturned(round % 3 === 0 ? bent.slice(0, random(bent.length)) : bent, [password], sealKey)
        if (read.ok) expect(read.value.listToken).toBe(list.listToken)
      }
    }
  }, 60_000)
})
