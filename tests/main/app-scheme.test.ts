import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appScheme } from '../../main/app-scheme.ts'
import { incidentLog } from '../../main/incident-log.ts'

const page = '<meta name="style-nonce" content="__STYLE_NONCE__">'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-scheme-'))
  mkdirSync(join(folder, 'bundle/assets'), { recursive: true })
  writeFileSync(join(folder, 'bundle/index.html'), page)
  writeFileSync(join(folder, 'bundle/assets/a.js'), 'run()')
  writeFileSync(join(folder, 'bundle/unlisted.js'), 'run()')
  writeFileSync(join(folder, 'outside.txt'), 'secret')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function serve() {
  const log = incidentLog(() => undefined)
  const files = { 'index.html': sha256(page), 'assets/a.js': sha256('run()') }
  const answer = appScheme(join(folder, 'bundle'), { files }, log)
  return { get: (url: string, method = 'GET') => answer({ url, method }), log }
}

test('serves the page and its files with their types', async () => {
  const { get } = serve()
  expect((await get('caseboard://app/')).headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect((await get('caseboard://app/index.html#/cases/1')).status).toBe(200)
  const script = await get('caseboard://app/assets/a.js')
  expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toBe('run()')
})

test('gives each load a nonce of its own, the same in page and policy', async () => {
  const { get } = serve()
  const nonces = new Set<string>()
  for (let load = 0; load < 5; load += 1) {
    const answer = await get('caseboard://app/index.html')
    const nonce = /content="([^"]+)"/.exec(await answer.text())?.[1] ?? ''
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(answer.headers.get('Content-Security-Policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
})

test('every answer, refusals too, carries a policy without unsafe sources or connections', async () => {
  const { get } = serve()
  for (const url of ['caseboard://app/index.html', 'caseboard://app/assets/a.js', 'caseboard://app/none']) {
    const policy = (await get(url)).headers.get('Content-Security-Policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part)
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  }
})

test.each([
  'caseboard://app/../outside.txt',
  'caseboard://app/%2e%2e/outside.txt',
  'caseboard://app/..%2foutside.txt',
  'caseboard://app/assets/../../outside.txt',
  'caseboard://app/assets/..\\..\\outside.txt',
  'caseboard://app//outside.txt',
  'caseboard://app/./index.html',
  'caseboard://app/unlisted.js',
  'caseboard://app/manifest.json',
  'caseboard://app/index.html?x=1',
  'caseboard://app/index.html%00',
  'caseboard://app/__proto__',
  'caseboard://app/constructor',
  'caseboard://other/index.html',
  'caseboard://app.evil/index.html',
  'caseboard://user@app/index.html',
  'file:///etc/passwd',
  'https://example.org/',
])('does not answer %s', async (url) => {
  const { get, log } = serve()
  const answer = await get(url)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
  expect(log.recent().map(({ code }) => code)).toEqual(['assetRefused'])
})

test('does not answer anything but GET', async () => {
  const { get } = serve()
  expect((await get('caseboard://app/index.html', 'POST')).status).toBe(404)
})

test('a file changed since the build is refused, not run', async () => {
  const { get, log } = serve()
  writeFileSync(join(folder, 'bundle/assets/a.js'), 'run( )')
  expect((await get('caseboard://app/assets/a.js')).status).toBe(500)
  rmSync(join(folder, 'bundle/index.html'))
  expect((await get('caseboard://app/index.html')).status).toBe(500)
  expect(log.recent().map(({ code }) => code)).toEqual(['assetDamaged', 'assetDamaged'])
})
