import { expect, test as base } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCaseboard, type LaunchedApp, type LaunchOptions } from '../../../build/launch.ts'

type Fixtures = {
  /** How the app is opened, where a test needs it otherwise: `test.use({ launch: { colorScheme: 'dark' } })`. */
  launch: Omit<LaunchOptions, 'profile'>
  /** True where a test does on purpose what the content security policy refuses; in every other one nothing may be refused. */
  breaksPolicy: boolean
  /** Where fresh data folders are made. */
  profileParent: string
  /** A fresh data folder, gone after the test. */
  profile: string
  /** The app, opened on the fresh data folder and closed after the test. `page` is its window. */
  app: LaunchedApp
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  breaksPolicy: [false, { option: true }],
  profileParent: [tmpdir(), { option: true }],
  profile: async ({ profileParent }, provide) => {
    const profile = await mkdtemp(join(profileParent, 'caseboard-e2e-'))
    await provide(profile)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ launch, breaksPolicy, profile }, provide, testInfo) => {
    const app = await launchCaseboard({ profile, ...launch })
    testInfo.annotations.push({ type: 'host', description: app.host })
    const refused: string[] = []
    app.page.on('console', (message) => {
      if (/Content Security Policy|Trusted(?:HTML|Script)/.test(message.text())) refused.push(message.text())
    })
    await provide(app)
    if (testInfo.status !== testInfo.expectedStatus && !app.page.isClosed()) {
      await testInfo.attach('window', { body: await app.page.screenshot(), contentType: 'image/png' })
    }
    await app.close()
    if (!breaksPolicy && launch.entry === undefined) expect(refused, 'what the content security policy refused').toEqual([])
  },
  page: async ({ app }, provide) => {
    await provide(app.page)
  },
})

export { expect } from '@playwright/test'
