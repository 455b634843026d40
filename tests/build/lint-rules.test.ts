import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../build/bundle/root.ts'

let house: string

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'caseboard-lint-'))
  cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
})
afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

/** What the linter says of one file that stands at a place of the house. */
function lint(place: string, source: string): string {
  const file = join(house, place)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-c', join(house, '.oxlintrc.json'), '-f', 'json', place], {
    cwd: house,
    encoding: 'utf8',
  })
  rmSync(file)
  if (stdout === '') throw new Error(stderr)
  return stdout
}

const uses = (name: string) => `import * as planted from '${name}'\nexport const kept = planted\n`

describe('an import the wrong way is refused, and the message names the right door', () => {
  test.each([
    ['domain/planted.ts', 'node:fs', 'domain/ is pure'],
    ['domain/planted.ts', 'react', 'domain/ is pure'],
    ['domain/planted.ts', '#db', 'domain/ knows nobody'],
    ['domain/planted.ts', '../main/window.ts', 'domain/ knows nobody'],
    ['db/planted.ts', '#contract', 'db/ knows domain/ only'],
    ['db/planted.ts', 'electron', 'db/ runs without a window'],
    ['db/planted.ts', '../main/vault/vault.ts', 'db/ knows domain/ only'],
    ['preload/contract.ts', '#db', 'The contract knows domain/ only'],
    ['preload/operations/planted.ts', 'node:fs', 'The contract is read by every side'],
    ['preload/index.ts', 'node:fs', 'The preload is the bridge alone'],
    ['main/vault/planted.ts', 'electron', 'The vault is a process without windows'],
    ['main/vault/planted.ts', '../../renderer/api.ts', 'The vault answers the contract'],
    ['main/planted.ts', '#db', 'main never sees rows or keys'],
    ['main/planted.ts', './vault/handlers/cases.ts', 'main never sees rows or keys'],
    ['main/planted.ts', '../renderer/api.ts', 'main has no screens'],
    ['main/vault/planted.ts', 'node:http', 'There is no network'],
    ['main/planted.ts', 'node:net', 'There is no network'],
    ['renderer/planted.ts', '#db', 'The page knows domain/ and the contract only'],
    ['renderer/planted.ts', 'node:fs', 'The page is sandboxed'],
    ['renderer/features/cases/planted.tsx', 'electron', 'The page is sandboxed'],
    ['renderer/features/cases/planted.tsx', '../../../main/window.ts', 'The page knows domain/ and the contract only'],
  ])('%s may not import %s', (place, name, message) => {
    expect(lint(place, uses(name))).toContain(message)
  })

  test('ipcMain is for register.ts alone', () => {
    const source = `import { ipcMain } from 'electron'\nexport const kept = ipcMain\n`
    expect(lint('main/planted.ts', source)).toContain('main/register.ts alone')
    expect(lint('main/register.ts', source)).not.toContain('main/register.ts alone')
  })
})

describe('what the house forbids is found', () => {
  test.each([
    ['db/planted.ts', 'export const kept = (store: { serialize(): unknown }) => store.serialize()\n', 'plain text'],
    [
      'main/planted.ts',
      'export const kept = (shell: { openExternal(url: string): void }) => shell.openExternal("x")\n',
      'Nothing opens a browser',
    ],
    ['main/planted.ts', 'console.log("x")\n', 'no-console'],
    ['domain/planted.ts', 'export const kept = (x: any) => x\n', 'no-explicit-any'],
    ['domain/planted.ts', 'export default 1\n', 'no-default-export'],
  ])('%s', (place, source, message) => {
    expect(lint(place, source)).toContain(message)
  })
})

test('a clean file passes', () => {
  expect(JSON.parse(lint('renderer/planted.ts', `import type { Api } from '#contract'\nexport type Kept = Api\n`))).toMatchObject({
    diagnostics: [],
  })
})
