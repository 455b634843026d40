import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, windowFolder } from '../../main/data-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('the folder asked for wins over the usual one, and is made absolute', () => {
  expect(dataFolder('records', '/usual', {})).toBe(resolve('records'))
  expect(dataFolder(null, '/usual', {})).toBe('/usual')
})

test('a new data folder can be read by its owner alone', () => {
  const asked = join(folder, 'new/records')
  expect(windowFolder(asked)).toBe(join(asked, 'window'))
  expect(statSync(asked).mode & 0o777).toBe(0o700)
  expect(statSync(join(asked, 'window')).mode & 0o777).toBe(0o700)
})

test('where nothing can be written, the window keeps its own elsewhere', () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  expect(windowFolder(join(file, 'records'))).toMatch(/caseboard-[0-9a-f]{16}$/)
})
