import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nativeHashes } from '../../build/bundle/native-hashes.ts'
import { root } from '../../build/bundle/root.ts'
import { changedNative, nativeFiles } from '../../main/native-modules.ts'

let folder: string
const at = (path: string) => join(folder, path)

/** The native modules of this very checkout, in a folder of their own. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caseboard-natives-'))
  for (const path of await nativeFiles(join(root, 'node_modules'))) {
    mkdirSync(dirname(at(path)), { recursive: true })
    cpSync(join(root, 'node_modules', path), at(path))
  }
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const ours = async () => (await nativeFiles(folder)).filter((path) => path.includes(process.platform) && path.includes(process.arch))
const look = async () => changedNative(folder, await nativeHashes())

test('the modules that the app was built with are let through', async () => {
  expect(await look()).toBeNull()
})

test('one turned bit in any of those that this machine loads is told, by the name of the file', async () => {
  const paths = await ours()
  expect(paths.some((path) => path.includes('sqlite'))).toBe(true)
  expect(paths.some((path) => path.includes('argon2'))).toBe(true)
  for (const path of paths) {
    const bytes = readFileSync(at(path))
    const turned = Buffer.from(bytes)
    const middle = turned.length >> 1
    turned.set([(turned[middle] ?? 0) ^ 1], middle)
    writeFileSync(at(path), turned)
    expect(await look()).toBe(path)
    writeFileSync(at(path), bytes)
  }
})

test('a module put where a loader looks first is told', async () => {
  const planted = '@node-rs/argon2/argon2.linux-x64-gnu.node'
  mkdirSync(dirname(at(planted)), { recursive: true })
  writeFileSync(at(planted), 'not ours')
  expect(await look()).toBe(planted)
})

test('a module that is not there is told', async () => {
  for (const path of await ours()) if (path.includes('argon2')) rmSync(at(path))
  expect(await look()).toBe('@node-rs/argon2')
})

test('what another machine would load is not looked at', async () => {
  const other = process.platform === 'win32' ? 'darwin-arm64' : 'win32-x64'
  writeFileSync(at(`better-sqlite3-multiple-ciphers/prebuilds/${other}.node`), 'never loaded here')
  expect(await look()).toBeNull()
})
