import { defineConfig } from 'vitest/config'

/** Unit and integration tests: everything under tests/ but the end-to-end ones, which Playwright runs. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
