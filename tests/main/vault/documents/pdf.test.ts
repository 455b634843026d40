import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeActionListPdf } from '../../../../main/vault/documents/pdf.ts'
import { password, sampleList, sampleRow, words } from './sample-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a tool of poppler or qpdf says of the file; throws with the tool's own words where it will not open. */
function ask(tool: 'pdftotext' | 'pdfinfo' | 'pdffonts', bytes: Uint8Array, key: string | null, ...options: readonly string[]): string {
  const file = join(folder, 'list.pdf')
  writeFileSync(file, bytes)
  const words = [...(key === null ? [] : ['-upw', key]), ...options, file, ...(tool === 'pdftotext' ? ['-'] : [])]
  try {
    return execFileSync(tool, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`these tests need ${tool}: apt-get install poppler-utils`, { cause: error })
    throw error
  }
}

const page = { pageSize: 'A4' } as const
const list = sampleList(6)
const bytes = await writeActionListPdf(list, words, password, page)

test('the list opens with its password, and neither with another nor without', () => {
  const text = ask('pdftotext', bytes, password, '-layout')
  expect(text).toContain('Actions for Harbourton Housing')
  expect(text).toMatch(/A-0001\s+HR-2026-0001\s+Change the locks at \[address\] and give the spare\s+10 Mar 2026\s+Agreed/)
  expect(text).toContain('Señal, Ørsted, Łódź, Ελληνικά, Кириллица')
  expect(text).toContain('Page 1 of 1')
  expect(text).toContain('Confidential: for the agency named above only.')
  expect(() => ask('pdftotext', bytes, 'bamo-tiku')).toThrow('Incorrect password')
  expect(() => ask('pdftotext', bytes, null)).toThrow('Incorrect password')
})

test('it is encrypted with AES-256, and no word of it stands in the file', () => {
  expect(ask('pdfinfo', bytes, password)).toMatch(/Encrypted:\s+yes .*algorithm:AES-256/)
  for (const word of ['Harbourton', 'HR-2026-0001', 'xmpmeta', 'Roboto-Regular.ttf', '/Title', '/Author'])
    expect(Buffer.from(bytes).includes(word)).toBe(false)
})

test('its metadata name no person, program or time of day', () => {
  const info = ask('pdfinfo', bytes, password)
  expect(info).not.toMatch(/Title:|Author:|Subject:|Keywords:|ModDate:/)
  expect(info).toMatch(/^Creator:\s*$/m)
  expect(info).toMatch(/^Producer:\s*$/m)
  expect(ask('pdfinfo', bytes, password, '-isodates')).toContain('2026-03-13T00:00:00Z')
  expect(ask('pdfinfo', bytes, password, '-meta')).not.toMatch(/pdfmake|pdfkit/i)
})

test('the page is the one of the region and every font is inside', async () => {
  expect(ask('pdfinfo', bytes, password)).toContain('(A4)')
  expect(ask('pdfinfo', await writeActionListPdf(list, words, password, { pageSize: 'LETTER' }), password)).toContain('(letter)')
  const fonts = ask('pdffonts', bytes, password).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/Roboto-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
})

test('over several pages the head of the table and the foot are on each', async () => {
  const many = await writeActionListPdf(sampleList(120), words, password, page)
  const pages = Number(/Pages:\s+(\d+)/.exec(ask('pdfinfo', many, password))?.[1])
  expect(pages).toBeGreaterThan(3)
  const texts = ask('pdftotext', many, password, '-layout').split('\f').slice(0, pages)
  expect(texts).toHaveLength(pages)
  for (const [index, text] of texts.entries()) {
    expect(text).toMatch(/Action\s+Case\s+What was agreed\s+Due\s+Status now/)
    expect(text).toContain(`Page ${String(index + 1)} of ${String(pages)}`)
    expect(text).toContain('Confidential')
  }
})

test('words without an end, other scripts, pictures, empty and endless texts are set within their column', async () => {
  const texts = [
    'w'.repeat(1000),
    'שלום עולם مرحبا 王芳 😀👩‍👧',
    '',
    'a\n'.repeat(500),
    '\u202Eevil\0\uD800',
    `${'long-hyphenated-'.repeat(30)}end`,
    'https://example.org/'.repeat(20),
  ]
  const odd = await writeActionListPdf(
    sampleList(texts.length, (index) => ({ ...sampleRow(index), description: texts[index] ?? '' })),
    words,
    password,
    page,
  )
  const boxes = [
    ...ask('pdftotext', odd, password, '-bbox').matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(w+)<\/word>/g,
    ),
  ]
  expect(boxes.map((box) => box[5]).join('')).toHaveLength(1000)
  for (const [, from, , to] of boxes) {
    expect(Number(from)).toBeGreaterThan(150)
    // The next column begins at the due dates.
    expect(Number(to)).toBeLessThan(595 - 40 - 62 - 84 - 4 * 4)
  }
  expect(ask('pdftotext', odd, password)).toContain('A-0007')
  expect(ask('pdftotext', odd, password)).not.toContain('\u202E')
})

test('the dates are written as the locale does', async () => {
  expect(ask('pdftotext', await writeActionListPdf(list, { ...words, locale: 'en-US' }, password, page), password)).toContain(
    'Mar 10, 2026',
  )
  expect(ask('pdftotext', await writeActionListPdf(list, { ...words, locale: 'es' }, password, page), password)).toContain('10 mar 2026')
})

test('an empty list says so', async () => {
  expect(ask('pdftotext', await writeActionListPdf(sampleList(0), words, password, page), password)).toContain(
    'No actions for this agency.',
  )
})

test('a thousand rows are set, each of them', { timeout: 60_000 }, async () => {
  const pdf = await writeActionListPdf(sampleList(1000), words, password, page)
  expect(pdf.length).toBeGreaterThan(50_000)
})
