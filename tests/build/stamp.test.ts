import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../../build/bundle/root.ts'
import { dropStamp, inputsHash, isFresh, writeStamp } from '../../build/bundle/stamp.ts'

const name = `stamp-test-${String(process.pid)}`
const folder = `out/.${name}`
const inputs = [`${folder}/in`]
const outputs = [`${folder}/made.js`]
const write = (path: string, text: string) => {
  writeFileSync(join(root, folder, path), text)
}

beforeEach(() => {
  mkdirSync(join(root, folder, 'in/deep'), { recursive: true })
  write('in/deep/a.ts', 'a')
  write('made.js', 'made')
  writeStamp(name, inputsHash(inputs), outputs)
})
afterEach(() => {
  dropStamp(name)
  rmSync(join(root, folder), { recursive: true })
})

test('what was made from these very files is fresh', () => {
  expect(isFresh(name, inputs, outputs)).toBe(true)
})

test.each([
  ['a source changes', () => write('in/deep/a.ts', 'b')],
  ['a source is added', () => write('in/b.ts', '')],
  ['a source is renamed', () => (rmSync(join(root, folder, 'in/deep/a.ts')), write('in/deep/c.ts', 'a'))],
  ['the result was edited', () => write('made.js', 'edited')],
  ['the result has gone', () => rmSync(join(root, folder, 'made.js'))],
  ['nothing is known of it', () => dropStamp(name)],
])('it is made again when %s', (_case, change) => {
  change()
  expect(isFresh(name, inputs, outputs)).toBe(false)
})
