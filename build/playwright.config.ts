import { defineConfig } from '@playwright/test'

/** Where `npm test` wants the counts. */
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE']

/** End-to-end tests: the bundled app in a window, two at a time. Failures are never tried again in the hope of luck. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  globalSetup: '../tests/e2e/support/bundle-first.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  // Built already: nothing to translate.
  build: { external: ['**/out/**'] },
})
