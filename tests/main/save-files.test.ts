import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalFor, saveFileAs, saveFiles, tryFolder } from '../../main/files/save-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const list = [
  { name: '2026-11_police_actions_v1.pdf', bytes: bytes('one') },
  { name: '2026-11_police_actions_v1.xlsx', bytes: bytes('two') },
]

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-files-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Runs as an ordinary user, for whom a read-only folder is read-only; root writes everywhere. */
async function asOrdinaryUser<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(65_534)
  try {
    return await run()
  } finally {
    process.seteuid?.(0)
  }
}

test('writes every file, readable by its owner alone, and leaves nothing else behind', async () => {
  expect(await saveFiles(folder, list)).toEqual({ ok: true, value: null })
  expect(readdirSync(folder).sort()).toEqual(list.map(({ name }) => name))
  for (const file of list) expect(readFileSync(join(folder, file.name)).equals(file.bytes)).toBe(true)
})

test('never overwrites: a name that is taken is refused by name, and the files before it are taken back', async () => {
  const [, second] = list
  if (second === undefined) throw new Error('two files are needed')
  writeFileSync(join(folder, second.name), 'hers')
  expect(await saveFiles(folder, list)).toEqual({ ok: false, refusal: { code: 'fileNotWritten', name: second.name } })
  expect(readdirSync(folder)).toEqual([second.name])
  expect(readFileSync(join(folder, second.name), 'utf8')).toBe('hers')
})

test('replaces a file when the person has agreed to it', async () => {
  const path = join(folder, 'key.txt')
  writeFileSync(path, 'old')
  expect(await saveFileAs(path, bytes('new'))).toEqual({ ok: true, value: null })
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['key.txt'])
})

test('a read-only folder is found before anything is made, and refused when written to', async () => {
  const readOnly = join(folder, 'read-only')
  mkdirSync(readOnly)
  chmodSync(folder, 0o755)
  chmodSync(readOnly, 0o555)
  expect(await asOrdinaryUser(() => tryFolder(readOnly))).toEqual({ ok: false, refusal: { code: 'placeNotWritable' } })
  expect(await asOrdinaryUser(() => saveFiles(readOnly, list))).toEqual({ ok: false, refusal: { code: 'placeNotWritable' } })
  // The same folder with its rights back: the test can fail.
  chmodSync(readOnly, 0o777)
  expect(await asOrdinaryUser(() => tryFolder(readOnly))).toEqual({ ok: true, value: null })
  expect(readdirSync(readOnly)).toEqual([])
})

test('a folder that has gone is refused', async () => {
  expect(await tryFolder(join(folder, 'unplugged'))).toEqual({ ok: false, refusal: { code: 'placeGone' } })
  expect(await saveFiles(join(folder, 'unplugged'), list)).toEqual({ ok: false, refusal: { code: 'placeGone' } })
})

test.each(['../outside.pdf', 'a/b.pdf', 'a\\b.pdf', '..', '.hidden', '', 'tab\there', 'c:stream'])(
  'the file name %j is a bug, not a place',
  async (name) => {
    await expect(saveFiles(folder, [{ name, bytes: bytes('x') }])).rejects.toThrow('not a plain file name')
    expect(readdirSync(folder)).toEqual([])
  },
)

test.each([
  ['ENOSPC', { code: 'diskFull' }],
  ['EDQUOT', { code: 'diskFull' }],
  ['EROFS', { code: 'placeNotWritable' }],
  ['EACCES', { code: 'placeNotWritable' }],
  ['EPERM', { code: 'placeNotWritable' }],
  ['EIO', { code: 'fileNotWritten', name: 'list.pdf' }],
])('%s becomes its refusal', (code, refusal) => {
  expect(refusalFor(Object.assign(new Error('no'), { code }), 'list.pdf')).toEqual(refusal)
})
