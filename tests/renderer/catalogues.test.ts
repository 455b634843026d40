import { locales, regions } from '#domain/settings.ts'
import { describe, expect, test } from 'vitest'
import { catalogues } from '../../renderer/i18n/catalogues.ts'
import { enGb } from '../../renderer/i18n/en-gb/index.ts'
import { enUs } from '../../renderer/i18n/en-us/index.ts'
import type { MessageKey } from '../../renderer/i18n/message-key.ts'
import { termValues } from '../../renderer/i18n/term-values.ts'
import { messageArguments } from './message-arguments.ts'
import { translator } from './translator.ts'

const keys = Object.keys(enUs) as MessageKey[]

const terms = Object.keys(termValues('en-US', 'us'))

/** The values that a message asks for beside the field's terms, which are always there. */
const placeholders = (message: string) => messageArguments(message).filter((name) => !terms.includes(name))

describe('message catalogues', () => {
  test.each(locales)('%s has words for every message', (locale) => {
    const empty = keys.filter((key) => (catalogues[locale][key] ?? '').trim() === '')
    expect(empty).toEqual([])
  })

  test.each(locales)('every message of %s can be formatted in every region', (locale) => {
    for (const region of regions) {
      const t = translator(locale, region)
      for (const key of keys) {
        const values = Object.fromEntries(placeholders(enUs[key]).map((name) => [name, 2]))
        expect(t(key, values), key).not.toMatch(/[{}]/)
      }
    }
  })

  test('Spanish asks for the same values as English, so that nothing said in one is lost in the other', () => {
    const differing = keys.filter((key) => placeholders(catalogues.es[key]).some((name) => !placeholders(enUs[key]).includes(name)))
    expect(differing).toEqual([])
  })

  test('the values of a message are found at any depth (control of the tests above)', () => {
    expect(messageArguments('Undone {when} by {n, plural, one {{who}} other {# of {whom}}}')).toEqual(['n', 'when', 'who', 'whom'])
  })

  test('British English states only what differs', () => {
    const same = Object.entries(enGb).filter(([key, text]) => enUs[key as MessageKey] === text)
    expect(same).toEqual([])
  })

  test('Spanish is not English left over', () => {
    // Names of risk tools, and words that are the same in both languages.
    const alike = keys.filter((key) => catalogues.es[key] === enUs[key] && /[a-z]{4,} [a-z]{3,}/.test(enUs[key]))
    expect(alike.filter((key) => !key.startsWith('riskTool.'))).toEqual([])
  })
})
