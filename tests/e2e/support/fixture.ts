import { test as base } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchCaseboard, type LaunchedApp, type LaunchOptions } from '../../../build/launch.ts'

type Fixtures = {
  /** How the app is opened, where a test needs it otherwise: `test.use({ launch: { colorScheme: 'dark' } })`. */
  launch: Omit<LaunchOptions, 'profile'>
  /** A fresh data folder, gone after the test. */
  profile: string
  /** The app, opened on the fresh data folder and closed after the test. `page` is its window. */
  app: LaunchedApp
}

export const test = base.extend<Fixtures>({
  launch: [{}, { option: true }],
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'caseboard-e2e-'))
    await use(profile)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ launch, profile }, use, testInfo) => {
    const app = await launchCaseboard({ profile, ...launch })
    testInfo.annotations.push({ type: 'host', description: app.host })
    await use(app)
    if (testInfo.status !== testInfo.expectedStatus && !app.page.isClosed()) {
      await testInfo.attach('window', { body: await app.page.screenshot(), contentType: 'image/png' })
    }
    await app.close()
  },
  page: async ({ app }, use) => {
    await use(app.page)
  },
})

export { expect } from '@playwright/test'
