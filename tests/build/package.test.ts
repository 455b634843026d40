import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../build/bundle/root.ts'
import { launchCaseboard } from '../../build/launch.ts'
import { afterPack } from '../../build/package/set-fuses.ts'
import { startPackaged } from './start-packaged.ts'

let folder: string
const packed = (...names: readonly string[]) => join(folder, 'dist/linux-unpacked', ...names)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caseboard-package-test-'))
  await promisify(execFile)(process.execPath, [join(root, 'build/package.ts'), '--substitute', '--output', join(folder, 'dist')])
  extractAll(packed('resources/app.asar'), join(folder, 'app'))
}, 180_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What the archive may hold: the bundles, the manifest, and the two packages with binaries, each with its licence. */
const allowed = [
  /^\/package\.json$/,
  /^\/out\/main\/(index|vault|spreadsheet-worker)\.js$/,
  /^\/out\/preload\/index\.cjs$/,
  /^\/out\/renderer\/(index\.html|manifest\.json|assets\/[\w.-]+\.(js|css|svg|png|woff2))$/,
  /^\/node_modules\/better-sqlite3-multiple-ciphers\/(package\.json|LICENSE|lib\/(methods\/)?[a-z-]+\.js|prebuilds\/linux-(x64|arm64)\.node)$/,
  /^\/node_modules\/@node-rs\/argon2\/(package\.json|LICENSE|index\.js)$/,
  /^\/node_modules\/@node-rs\/argon2-linux-(x64|arm64)-gnu\/(package\.json|[\w.-]+\.node)$/,
]
const isFolderOf = (path: string, all: readonly string[]) => all.some((other) => other.startsWith(`${path}/`))
const unexpected = (paths: readonly string[]) =>
  paths.filter((path) => !isFolderOf(path, paths) && !allowed.some((pattern) => pattern.test(path)))

test('the archive holds the bundles and the two packages with binaries, and nothing else', () => {
  const paths = listPackage(packed('resources/app.asar'), { isPack: false })
  expect(unexpected(paths)).toEqual([])
  expect(paths).toEqual(
    expect.arrayContaining(['/out/main/index.js', '/out/main/vault.js', '/out/preload/index.cjs', '/out/renderer/index.html']),
  )
  expect(paths.filter((path) => path.endsWith('.node'))).toHaveLength(2)
})

test("a source, a test, a document or another system's binary in the archive would be found", () => {
  const planted = [
    '/domain/case.ts',
    '/tests/main/lock.test.ts',
    '/docs/security.md',
    '/node_modules/zod/index.js',
    '/node_modules/better-sqlite3-multiple-ciphers/prebuilds/win32-x64.node',
  ]
  expect(unexpected([...planted, '/package.json'])).toEqual(planted)
})

test('a bill of materials lies beside it: every package of the lock file with its version, and of the two in the archive the hash', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> }
  const bill = JSON.parse(readFileSync(join(folder, 'dist/caseboard-0.1.0.cdx.json'), 'utf8')) as {
    metadata: { component: { name: string } }
    components: { name: string; version: string; hashes?: { alg: string; content: string }[] }[]
  }
  expect(bill.metadata.component.name).toBe('caseboard')
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
  const locked = Object.entries(lock.packages).flatMap(([path, { version }]) =>
    path === '' ? [] : [`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`],
  )
  expect(locked.filter((each) => !listed.has(each))).toEqual([])
  for (const wanted of ['better-sqlite3-multiple-ciphers', '@node-rs/argon2', 'electron'])
    expect(bill.components.find(({ name }) => name === wanted)?.hashes?.[0]?.content, wanted).toMatch(/^[0-9a-f]{128}$/)
})

test('the archived manifest has no scripts and no development dependencies', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'app/package.json'), 'utf8')) as Record<string, unknown>
  expect(manifest).toMatchObject({ name: 'caseboard', main: 'out/main/index.js' })
  expect(Object.keys(manifest)).not.toContain('scripts')
  expect(Object.keys(manifest)).not.toContain('devDependencies')
})

test('every fuse of the program is set, as read back from it', async () => {
  const wire = await getCurrentFuseWire(packed('caseboard'))
  const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.WasmTrapHandlers]
  const all = Object.values(FuseV1Options).filter((option): option is FuseV1Options => typeof option === 'number')
  expect(all).toHaveLength(9)
  for (const option of all) expect(wire[option], FuseV1Options[option]).toBe(on.includes(option) ? FuseState.ENABLE : FuseState.DISABLE)
})

test('a fuse that a later Electron adds stops the packaging until somebody decides on it', async () => {
  const wire = [Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 10]), Buffer.from('1'.repeat(10))]
  writeFileSync(join(folder, 'newer'), Buffer.concat(wire))
  const packager = { appInfo: { productFilename: 'newer' } }
  await expect(afterPack({ appOutDir: folder, electronPlatformName: 'linux', packager })).rejects.toThrow('strictlyRequireAllFuses')
})

test('the app starts from what is in the archive, far from its sources, to the first screen', async () => {
  const app = await launchCaseboard({ profile: join(folder, 'profile'), entry: join(folder, 'app/out/main/index.js') })
  try {
    const state = await app.page.evaluate(() =>
      (globalThis as unknown as { caseboard: { app: { state: () => Promise<unknown> } } }).caseboard.app.state(),
    )
    expect(state).toEqual({ ok: true, value: { kind: 'firstRun', folder: 'writable' } })
    await app.page.locator('input[type=password]').first().waitFor()
  } finally {
    await app.close()
  }
})

const hostile: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['--remote-debugging-port=9222', {}],
  ['--inspect', {}],
  ['--inspect-brk=0.0.0.0:9229', {}],
  ['--no-sandbox', {}],
  ['', { ELECTRON_RUN_AS_NODE: '1' }],
  ['', { NODE_OPTIONS: '--no-warnings' }],
  ['', { NAPI_RS_NATIVE_LIBRARY_PATH: '/tmp/other.node' }],
]

test('started from the archive as an installed app with a hostile switch or variable, it says so, opens nothing and ends', async () => {
  const starts = await Promise.all(
    hostile.map(async ([argument, env]) => {
      const profile = join(folder, `never-made-${argument}${Object.keys(env).join('')}`.replaceAll('/', '-'))
      const start = await startPackaged(join(folder, 'app'), ['--profile', profile, ...(argument === '' ? [] : [argument])], env)
      return { name: argument === '' ? Object.keys(env).join('') : argument.split('=', 1).join(''), ...start, hasMade: existsSync(profile) }
    }),
  )
  for (const { name, code, said, hasMade } of starts) {
    expect(code, name).toBe(64)
    expect(said, name).toContain(name)
    expect(hasMade, name).toBe(false)
  }
})

test('the same start without them opens a window: what refuses is the switch', async () => {
  const start = await startPackaged(join(folder, 'app'), ['--profile', join(folder, 'opened')], {})
  expect(start).toMatchObject({ hasWindow: true })
})

test('a native module that was changed after packing keeps the app from starting, in words', async () => {
  const [path = ''] = listPackage(packed('resources/app.asar'), { isPack: false }).filter((each) => /argon2.*\.node$/.test(each))
  const file = join(folder, 'app', path)
  const bytes = readFileSync(file)
  writeFileSync(file, Buffer.concat([bytes, Buffer.from([0])]))
  try {
    const start = await startPackaged(join(folder, 'app'), ['--profile', join(folder, 'changed')], {})
    expect(start.code).toBe(64)
    expect(start.said).toContain(path.replace('/node_modules/', ''))
    expect(existsSync(join(folder, 'changed/caseboard.key'))).toBe(false)
  } finally {
    writeFileSync(file, bytes)
  }
})
