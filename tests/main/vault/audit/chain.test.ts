import { expect, test } from 'vitest'
import { firstBreak, firstBrokenEntry } from '../../../../main/vault/audit/chain.ts'
import { seededRandom } from '../../../fixtures/seeded-random.ts'
import { randomTampering, tamperableLog, whileTampered } from '../../../fixtures/tampered-log.ts'
import { refer } from '../../../support/meeting-room.ts'
import { lookInside } from '../../../support/inside-store.ts'
import { openVault } from '../../../support/open-vault.ts'

test('the chain of a lived-in vault holds, and no other key makes it hold', async () => {
  const opened = await openVault()
  for (let number = 1; number <= 5; number += 1) await refer(opened, number)
  const [ours, others] = await lookInside(opened, (store, key) => [firstBreak(store, key), firstBreak(store, Buffer.alloc(32))])
  expect(ours).toBeNull()
  expect(others).toEqual({ seq: 1, problem: 'altered' })
})

test('a log that nobody touched holds (control of all that follows)', () => {
  const { db, key } = tamperableLog()
  expect(firstBreak(db, key)).toBeNull()
})

test('1,000 random tamperings are all found, each where it begins', () => {
  const { connection, db, key } = tamperableLog()
  const random = seededRandom(64)
  const missed: string[] = []
  const tried = new Set<string>()
  for (let each = 0; each < 1000; each += 1) {
    const tampering = randomTampering(random)
    tried.add(tampering.name)
    const found = whileTampered(connection, tampering, () => firstBrokenEntry(db, key))
    if (found !== tampering.begins) missed.push(`${tampering.name} at ${tampering.begins}: found ${String(found)}`)
  }
  expect(missed).toEqual([])
  expect(tried.size).toBeGreaterThanOrEqual(20)
  expect(firstBreak(db, key)).toBeNull()
})

test('a break is told by its kind', () => {
  const { connection, db, key } = tamperableLog()
  const problemOf = (...sql: readonly string[]) => whileTampered(connection, { name: '', begins: 0, sql }, () => firstBreak(db, key))
  expect(problemOf('DELETE FROM audit_entries WHERE seq = 30')).toEqual({ seq: 30, problem: 'missing' })
  expect(problemOf("UPDATE audit_entries SET actor = 'Nobody' WHERE seq = 30")).toEqual({ seq: 30, problem: 'altered' })
  expect(problemOf('DELETE FROM audit_entries WHERE seq >= 50')).toEqual({ seq: 50, problem: 'cutOff' })
  expect(problemOf("UPDATE audit_marks SET seq = 12 WHERE name = 'start'")).toEqual({ seq: 1, problem: 'start' })
})
