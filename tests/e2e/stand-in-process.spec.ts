import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { electronBinary } from '../../build/electron-binary.ts'
import { ensureChromium } from '../../build/ensure-browser.ts'
import { ensureDisplay } from '../../build/display.ts'
import { askForPath } from '../../build/stand-in/dialog-page.ts'
import { expect, test } from './support/fixture.ts'
import { commandOf, processTree } from './support/open-sockets.ts'

// The stand-in as `npm start` runs it: a process of its own, with a person in front of it.
test.skip(electronBinary() !== null, 'these are about the stand-in')

const root = join(import.meta.dirname, '../..')

async function startFixture(profile: string): Promise<ChildProcess & { readonly pid: number }> {
  await ensureDisplay()
  const entry = join(root, 'tests/fixtures/stand-in-app/main.ts')
  const child = spawn(process.execPath, ['--import', './build/stand-in/register.mjs', entry, profile], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await expect.poll(() => commands(child.pid ?? 0).some((command) => command.includes('--type=renderer'))).toBe(true)
  await expect.poll(() => commands(child.pid ?? 0).some((command) => command.includes('child.mjs'))).toBe(true)
  return child as ChildProcess & { readonly pid: number }
}

const commands = (pid: number): readonly string[] => processTree(pid).map(commandOf)
const alive = (pids: readonly number[]): readonly number[] => pids.filter((pid) => commandOf(pid) !== '')
const throwAwayFolders = (pid: number): readonly string[] =>
  ['/dev/shm', '/tmp']
    .filter(existsSync)
    .flatMap((parent) => readdirSync(parent).filter((name) => name.startsWith(`caseboard-stand-in-${String(pid)}-`)))

test('told to end, it quits, and leaves no process, no lock and no folder of Chromium', async ({ profile }) => {
  const child = await startFixture(profile)
  const tree = processTree(child.pid)
  expect(throwAwayFolders(child.pid)).toHaveLength(1)
  child.kill('SIGTERM')
  await expect.poll(() => alive(tree)).toEqual([])
  await expect.poll(() => child.exitCode).toBe(0)
  expect(throwAwayFolders(child.pid)).toEqual([])
  expect(readdirSync(profile)).toEqual([])
})

test('killed, it takes Chromium and the utility process with it, and the next start clears up after it', async ({ profile }) => {
  const first = await startFixture(profile)
  const tree = processTree(first.pid)
  first.kill('SIGKILL')
  await expect.poll(() => alive(tree)).toEqual([])

  const second = await startFixture(profile)
  expect(throwAwayFolders(first.pid)).toEqual([])
  second.kill('SIGTERM')
  await expect.poll(() => second.exitCode).toBe(0)
})

test('a person is asked for a path in a small window, and may cancel', async () => {
  const browser = await chromium.launch({ executablePath: ensureChromium(), chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const first = await browser.newPage()
    const chosen = askForPath(first, { title: 'Where to save', path: '/somewhere/else', button: 'Choose' })
    await first.getByLabel('Where to save').fill('/a/folder')
    // The window goes with the click, which may be cut off by that.
    const click = first
      .getByRole('button', { name: 'Choose' })
      .click()
      .catch(() => undefined)
    expect(await chosen).toBe('/a/folder')
    await click

    const second = await browser.newPage()
    const cancelled = askForPath(second, { title: 'Where to save', path: '', button: 'Choose' })
    const cancel = second
      .getByRole('button', { name: 'Cancel' })
      .click()
      .catch(() => undefined)
    expect(await cancelled).toBeNull()
    await cancel
  } finally {
    await browser.close()
  }
})
