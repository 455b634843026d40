import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../ensure-browser.ts'

// `node build/icons/draw.ts` draws icon.svg as icon.png. Electron-builder makes the formats of each platform from that.

const SIZE = 1024
const folder = import.meta.dirname
const browser = await chromium.launch({ executablePath: ensureChromium(), chromiumSandbox: process.getuid?.() !== 0 })
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
  await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  await writeFile(join(folder, 'icon.png'), await page.screenshot({ omitBackground: true }))
} finally {
  await browser.close()
}
