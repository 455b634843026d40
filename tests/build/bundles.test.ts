import { operationList } from '#contract'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { bundle } from '../../build/bundle/bundle-target.ts'
import { root } from '../../build/bundle/root.ts'
import { withStyleAsText } from '../../build/bundle/style-as-text.ts'
import { targets } from '../../build/bundle/targets.ts'

const read = (path: string) => readFileSync(join(root, 'out', path), 'utf8')

/** Every module that a bundle still asks for when it runs. */
function modulesAskedFor(code: string): readonly string[] {
  const found = code.matchAll(/(?:^import\s|\sfrom\s|\bimport\(|require[\w$]*\()\s*["']([^"'\n]+)["']/gm)
  return [...new Set([...found].map((match) => match[1] ?? ''))].sort()
}

/** Bundles what one test looks at, unless it is fresh. */
async function make(...names: readonly string[]): Promise<void> {
  for (const target of targets.filter(({ name }) => names.includes(name))) await bundle(target, false)
}

test('the preload asks for electron alone, and shows the page each operation of the contract and nothing else', async () => {
  await make('preload')
  const code = read('preload/index.cjs')
  expect(modulesAskedFor(code)).toEqual(['electron'])

  const shown: Record<string, unknown> = {}
  const calls: unknown[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (shown[name] = api) },
    ipcRenderer: { invoke: (...args: readonly unknown[]) => calls.push(args) },
  }
  runInNewContext(code, {
    // What a sandboxed preload finds in its window, and seals requests with.
    TextEncoder,
    TextDecoder,
    crypto: globalThis.crypto,
    setTimeout,
    require: (name: string) => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`)
      return electron
    },
  })
  expect(Object.keys(shown)).toEqual(['caseboard'])
  const api = shown['caseboard'] as Record<string, Record<string, (input: unknown, more: unknown) => unknown>>
  const verbs = Object.entries(api).flatMap(([noun, each]) => Object.keys(each).map((verb) => `${noun}.${verb}`))
  expect(verbs.sort()).toEqual(operationList.map(({ name }) => name).sort())
  api['app']?.['state']?.('input', 'more')
  expect(calls).toEqual([['caseboard:app.state', 'input']])
})

const natives = ['@node-rs/argon2', 'better-sqlite3-multiple-ciphers']

test.each([
  ['main', 'main/index.js', ['electron']],
  ['vault', 'main/vault.js', natives],
])('the %s asks for Node, its own packages and no network', async (target, file, own) => {
  await make(target)
  const asked = modulesAskedFor(read(file)).map((name) => name.replace(/^node:/, ''))
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.filter((name) => !builtinModules.includes(name) && !own.includes(name))).toEqual([])
  const network = ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram', 'undici', 'inspector']
  expect(asked.filter((name) => network.includes(name.split('/')[0] ?? ''))).toEqual([])
})

test('the search for modules finds them in every form of asking', () => {
  const code = 'import a from "node:http"\nimport { b } from "net"\nconst c = __require("tls")\nawait import("dns")\nimport "dgram"'
  expect(modulesAskedFor(code)).toEqual(['dgram', 'dns', 'net', 'node:http', 'tls'])
})

test('the manifest lists every file of the page with its hash, and the page has no script of its own', async () => {
  await make('renderer')
  const folder = join(root, 'out/renderer')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => name !== 'manifest.json')
  const manifest = JSON.parse(read('renderer/manifest.json')) as { files: Record<string, string> }
  const hashes = files.sort().map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])
  expect(manifest.files).toEqual(Object.fromEntries(hashes))

  const html = read('renderer/index.html')
  expect(html).toContain('<meta name="style-nonce" content="__STYLE_NONCE__"')
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|<style|\sstyle=|https?:|crossorigin/)
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([])
})

/** The ways of the platform to make elements or script of a text, by how they look in code. */
const textToElements =
  /\.(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTMLUnsafe|parseHTMLUnsafe|dangerouslySetInnerHTML:/g

test('in the page no code makes elements of a text but React’s own, and nothing asks that of it', async () => {
  await make('renderer')
  const folder = join(root, 'out/renderer/assets')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const found = scripts.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(textToElements)].map(([way]) => way))
  // React: one for script elements, which we have none of, and two for what `dangerouslySetInnerHTML` says.
  expect(found).toEqual(['.innerHTML=', '.innerHTML=', '.innerHTML='])
})

test('the search for ways from text to elements finds them in every form', () => {
  const code =
    'a.innerHTML = b; if (a.innerHTML == b) c; jsx("p", { dangerouslySetInnerHTML: d }); e.insertAdjacentHTML("x", f); g.srcdoc=h'
  expect([...code.matchAll(textToElements)]).toHaveLength(4)
})

test('a style is written as text, and a widget kit that writes it otherwise than known fails the build', () => {
  expect(withStyleAsText('jsx("style", {\n\tdangerouslySetInnerHTML: { __html: `${css}${a ? "" : b({})}` }\n})')).toBe(
    'jsx("style", {\n\tchildren: `${css}${a ? "" : b({})}`\n})',
  )
  expect(withStyleAsText('style.innerHTML = "* {}";')).toBe('style.textContent = "* {}";')
  expect(() => withStyleAsText('jsx("style", { children: css })')).toThrow('no longer writes')
  expect(() => withStyleAsText('style.innerHTML = a;\nstyle.innerHTML = b;')).toThrow('no longer writes')
})
