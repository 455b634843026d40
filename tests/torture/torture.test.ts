import { beforeAll, expect, test } from 'vitest'
import { someOf } from './torture.ts'
import { tortures } from './tortures.ts'
import { makeVaultBundle } from './vault-bundle.ts'

beforeAll(makeVaultBundle)

test.for(tortures)('survives: $name', { timeout: 120_000 }, async ({ run }, { skip }) => {
  const outcome = await run('short')
  if (outcome.kind === 'skipped') return skip(outcome.why)
  expect(someOf(outcome.failures)).toBe('')
  expect(outcome.control.isFound, `the planted fault must be found: ${outcome.control.planted}`).toBe(true)
  expect(outcome.tried).toBeGreaterThan(0)
})
