import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The path of a Chromium to run. Installs the system's own where that can be done without asking, else says in one line what to install. */
export function ensureChromium(): string {
  return findChromium() ?? (installed('chromium') ? findChromium() : null) ?? refuse('Chromium', 'chromium')
}

/** The path of Xvfb, the display of machines that have none, installed like Chromium. */
export function ensureXvfb(): string {
  return onPath('Xvfb') ?? (installed('xvfb') ? onPath('Xvfb') : null) ?? refuse('Xvfb', 'xvfb')
}

function findChromium(): string | null {
  const asked = process.env['CHROMIUM_PATH']
  if (asked !== undefined && asked !== '') {
    if (isProgram(asked)) return asked
    throw new Error(`CHROMIUM_PATH is ${asked}, which is not a program`)
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
      join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
    ),
    chromium.executablePath(),
  ]
  for (const name of names) {
    const found = onPath(name)
    if (found !== null) return found
  }
  return elsewhere.find(isProgram) ?? null
}

function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Root on Debian installs a package without being asked; anybody else is not ours to change. True when it is there now. */
function installed(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  process.stderr.write(`Installing ${name} with apt-get ...\n`)
  const apt = (...args: readonly string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', name)
}

function refuse(what: string, name: string): never {
  throw new Error(
    `${what} is missing. Install it (on Debian and Ubuntu: sudo apt-get install ${name})${what === 'Chromium' ? ', or set CHROMIUM_PATH to one' : ''}.`,
  )
}
