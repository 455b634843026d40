import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openWorkbookSafely, readSpreadsheetSafely, spreadsheetWorkerUrl } from '../../../../main/vault/documents/spreadsheet-process.ts'
import { soundRows, workbookParts, zipped } from './workbook-files.ts'

const file = { name: 'list.csv', bytes: new TextEncoder().encode('Victim,Perp\nAnn,Bo\n') }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caseboard-worker-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Another worker in the reader's place, to see it fail in each way. */
async function worker(source: string): Promise<URL> {
  const path = join(folder, `${crypto.randomUUID()}.mjs`)
  await writeFile(path, source)
  return pathToFileURL(path)
}

test('a file is read in a thread of its own, and the caller keeps its bytes', async () => {
  expect(await readSpreadsheetSafely(file)).toEqual({
    ok: true,
    value: {
      header: ['Victim', 'Perp'],
      rows: [{ number: 2, line: 2, cells: ['Ann', 'Bo'] }],
      format: { kind: 'csv', encoding: 'utf-8', delimiter: ',' },
    },
  })
  expect(file.bytes).toHaveLength(19)
  expect(await readSpreadsheetSafely({ name: 'list.xlsx', bytes: zipped(workbookParts(soundRows)) })).toMatchObject({ ok: true })
})

test('a refusal comes back as one', async () => {
  expect(await readSpreadsheetSafely({ name: 'list.csv', bytes: new Uint8Array() })).toEqual({
    ok: false,
    refusal: { code: 'fileNotReadable', problem: 'empty' },
  })
  expect(await readSpreadsheetSafely({ name: 'list.csv', bytes: new Uint8Array(51 * 1024 * 1024) })).toEqual({
    ok: false,
    refusal: { code: 'fileTooLarge', limitMegabytes: 50 },
  })
})

test('reading that does not end is ended', async () => {
  const endless = await worker('for (;;) {}')
  expect(await readSpreadsheetSafely(file, endless, { seconds: 0.5, megabytes: 64 })).toEqual({
    ok: false,
    refusal: { code: 'fileNotReadable', problem: 'tookTooLong' },
  })
})

test('reading that takes too much memory is ended', async () => {
  const bytes = new TextEncoder().encode(`Victim,Perp\n${'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\n'.repeat(90_000)}`)
  expect(await readSpreadsheetSafely({ name: 'list.csv', bytes }, spreadsheetWorkerUrl, { seconds: 30, megabytes: 32 })).toEqual({
    ok: false,
    refusal: { code: 'fileNotReadable', problem: 'expandsTooMuch' },
  })
})

test('a workbook that comes back is opened in such a thread too, and ended there', async () => {
  const bytes = zipped(workbookParts(soundRows))
  const opened = await openWorkbookSafely(bytes, [])
  expect(opened.ok && opened.value.sheets[0]?.rows.size).toBe(2)
  const endless = await worker('for (;;) {}')
  expect(await openWorkbookSafely(bytes, [], endless, { seconds: 0.5, megabytes: 64 })).toEqual({
    ok: false,
    refusal: { code: 'fileNotReadable', problem: 'tookTooLong' },
  })
  expect(await openWorkbookSafely(new Uint8Array(51_000_000), [])).toEqual({
    ok: false,
    refusal: { code: 'fileTooLarge', limitMegabytes: 50 },
  })
})

test('a reader that breaks, or ends without a word, is a damaged file', async () => {
  const damaged = { ok: false, refusal: { code: 'fileNotReadable', problem: 'damaged' } }
  expect(await readSpreadsheetSafely(file, await worker('throw new Error("broken")'))).toEqual(damaged)
  expect(await readSpreadsheetSafely(file, await worker(''))).toEqual(damaged)
})
