import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundle } from '../../build/bundle/bundle-target.ts'
import { root } from '../../build/bundle/root.ts'
import { targets } from '../../build/bundle/targets.ts'

beforeAll(async () => {
  for (const target of targets) await bundle(target, false)
}, 60_000)

/** Every host of an address that stands in some code. */
function hostsIn(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:https?|wss?|ftp):\/\/([a-z0-9][a-z0-9.-]*)/gi)].map((match) => match[1] ?? '')
}

/** Names of formats, and pages that comments and messages of libraries speak of: read by people, asked by nobody. `localhost` is the base of the router's paths. */
const named =
  /^(?:json-schema\.org|schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|(?:www\.)?w3\.org|purl\.oclc\.org|www\.aiim\.org|ns\.adobe\.com|officeopenxml\.com|(?:www\.|learn\.|docs\.)?microsoft\.com|developer\.mozilla\.org|en\.wikipedia\.org|tools\.ietf\.org|bugs\.webkit\.org|reactjs\.org|tanstack\.com|github\.com|gitlab\.com|formatjs\.github\.io|react\.dev|mantine\.dev|sheetjs\.com|mths\.be|caniuse\.com|www\.freetype\.org|purl\.org|localhost|foo|bar|exa)$/

const files = () =>
  ['out/main', 'out/preload', 'out/renderer/assets'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.c?js$/.test(name))
      .map((name) => join(folder, name)),
  )

test('no bundle names a host that could be asked', () => {
  const strange = files().flatMap((file) =>
    [...new Set(hostsIn(readFileSync(join(root, file), 'utf8')))].filter((host) => !named.test(host)).map((host) => `${host} in ${file}`),
  )
  expect(strange).toEqual([])
})

test('a host that could be asked is found (control of the test above)', () => {
  const planted = "fetch('https://updates.example/latest'); new WebSocket('wss://live.example')"
  expect(hostsIn(planted).filter((host) => !named.test(host))).toEqual(['updates.example', 'live.example'])
})
