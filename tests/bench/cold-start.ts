import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { ensureDisplay, isHeadless } from '../../build/display.ts'
import { ensureChromium } from '../../build/ensure-browser.ts'
import { launchCaseboard, type LaunchedApp } from '../../build/launch.ts'
import { makeProfile, quickCost } from '../fixtures/made-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

/** From nothing to a lock screen that takes a passphrase, against the bare start of the same browser on a blank page. */
export async function coldStartFigures(folder: string): Promise<readonly Figure[]> {
  const profile = join(folder, 'cold')
  await makeProfile(profile, { cost: quickCost })
  await ensureDisplay()
  const executablePath = ensureChromium()
  let app: LaunchedApp | null = null
  let host = 'stand-in'
  let closeBare: () => Promise<void> = () => Promise.resolve()
  const closeBoth = async () => {
    await app?.close()
    app = null
    await closeBare()
  }
  const { lockScreen, bare } = await interleaved(7, 1, {
    lockScreen: {
      before: closeBoth,
      run: async () => {
        app = await launchCaseboard({ profile })
        host = app.host
        await app.page.locator('input[type=password]').first().waitFor({ state: 'visible' })
      },
    },
    bare: {
      before: closeBoth,
      run: async () => {
        const data = mkdtempSync(join(tmpdir(), 'caseboard-bare-'))
        const context = await chromium.launchPersistentContext(data, {
          executablePath,
          headless: isHeadless(),
          chromiumSandbox: process.getuid?.() !== 0,
          viewport: null,
          args: ['--app=data:text/html,', '--window-size=1280,720', '--disk-cache-size=1'],
        })
        await context.pages()[0]?.waitForLoadState()
        closeBare = async () => {
          closeBare = () => Promise.resolve()
          await context.close()
          rmSync(data, { recursive: true, force: true, maxRetries: 5 })
        }
      },
    },
  })
  await closeBoth()
  return [
    figure({
      group: 'cold start',
      name: `cold start to lock screen (${host})`,
      ms: lockScreen,
      reference: 'bare start of the same browser, blank page',
      referenceMs: bare,
    }),
  ]
}
