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
    // The launcher imports the app's bundle with Node's own `import`, or the stand-in could not give it `electron`.
    server: { deps: { external: [/\/build\/launch\.ts$/] } },
  },
})
