import { operationList } from '#contract'
import { groupOf, operationGroups } from '#domain/audit/operation-group.ts'
import { readSubject, subjectText } from '#domain/audit/entry.ts'
import { sentenceValues } from '#domain/audit/sentence.ts'
import { auditSentences, sentenceKey } from '#domain/audit/words.ts'
import { locales } from '#domain/settings.ts'
import { fill } from '#domain/sharing/action-list-words.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const unlogged = new Set(['drafts.save', 'drafts.remove', 'listings.keepTime'])
const loggedQueries = [
  'cases.get',
  'listings.get',
  'sharing.preview',
  'sharing.password',
  'actions.history',
  'search.find',
  'imports.pending',
]

/** What the vault itself notes, found in its sources: `operation: 'noun.verb'` and `note('noun.verb'`. */
function eventsInSources(): readonly string[] {
  const root = resolve(import.meta.dirname, '../../../main/vault')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/(?:operation: |note\(|event: )'([a-z]+\.[a-zA-Z]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    )
}

const logged = [
  ...operationList
    .filter(({ kind, name }) => kind !== 'query' && kind !== 'shell' && kind !== 'door' && !unlogged.has(name))
    .map(({ name }) => name),
  ...loggedQueries,
  ...eventsInSources(),
]

test('there are events in the sources (control of the test below)', () => {
  expect(eventsInSources()).toContain('vault.lock')
  expect(eventsInSources()).toContain('vault.unlockFailed')
})

test('every operation that the log can hold has a sentence of its own', () => {
  expect(logged.filter((operation) => ['audit.op.unknown', 'audit.op.asked'].includes(sentenceKey(operation, {})))).toEqual([])
  expect(sentenceKey('unheard.of', {})).toBe('audit.op.unknown')
})

test('a question that is not noted unless it was refused has a sentence too', () => {
  const queries = operationList.filter(({ kind }) => kind === 'query').map(({ name }) => name)
  expect(queries.filter((operation) => sentenceKey(operation, {}) === 'audit.op.unknown')).toEqual([])
  expect(sentenceKey('cases.list', {})).toBe('audit.op.asked')
})

test('every sentence is whole, with names and without', () => {
  const nothing = { case: null, action: null, agency: null, meeting: null, holder: null }
  const gone = { case: '(gone)', action: '(gone)', agency: '(gone)', meeting: '(gone)', holder: '(gone)' }
  for (const locale of locales)
    for (const operation of logged) {
      const values = sentenceValues({ operation, facts: {}, names: nothing }, gone, (date) => date)
      expect(fill(auditSentences(locale)[sentenceKey(operation, {})], values), operation).not.toMatch(/[{}]/)
    }
})

test('every operation belongs to a group that can be chosen', () => {
  const groups = new Set(logged.map(groupOf))
  expect(groups.has('overrides')).toBe(false)
  for (const group of groups) expect(operationGroups).toContain(group)
  expect(groupOf('unheard.of')).toBe('other')
  expect(logged.filter((operation) => groupOf(operation) === 'other')).toEqual([])
})

test('facts are ids, numbers and single words: anything else is refused', () => {
  expect(readSubject(subjectText({ caseId: 7, status: 'complete' }))).toEqual({ caseId: '7', status: 'complete' })
  for (const value of ['two words', 'a=b', '', 'Ana\nMaria', 'x'.repeat(41)])
    expect(() => subjectText({ caseId: value })).toThrow(/no fact/)
  expect(readSubject('')).toEqual({})
  expect(readSubject('renewal slot=ab')).toEqual({ slot: 'ab' })
})
