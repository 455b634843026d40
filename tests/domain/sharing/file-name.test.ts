import { isoDate } from '#domain/dates.ts'
import { AgencyId } from '#domain/ids.ts'
import { actionListFileName, agencySlug } from '#domain/sharing/file-name.ts'
import { identifierLinter, knownOf } from '#domain/sharing/identifiers.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const id = AgencyId.parse(12)
const meetingOn = isoDate('2026-03-12')
const lint = identifierLinter(knownOf([{ name: 'Marisol Quillfeather', dateOfBirth: null, address: '', phone: '' }]), meetingOn)

test('the name says month, agency and version', () => {
  expect(actionListFileName({ meetingOn, slug: agencySlug('Harbourton Housing', id, lint), version: 2, extension: 'pdf' })).toBe(
    '2026-03_harbourton-housing_actions_v2.pdf',
  )
})

test('an agency is named in plain letters, or by number where that leaves nothing or would name somebody', () => {
  const names: readonly (readonly [string, string])[] = [
    ["St. Mary's A&E", 'st-marys-a-and-e'],
    ['Policía Español', 'policia-espanol'],
    ['Straße / Łódź', 'strasse-lodz'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con'],
    ['警察', 'agency-12'],
    ['  ', 'agency-12'],
    ['Quillfeather & Co', 'agency-12'],
  ]
  for (const [name, slug] of names) expect(agencySlug(name, id, lint)).toBe(slug)
})

test('whatever the agency is called, the name is safe on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const file = actionListFileName({ meetingOn, slug: agencySlug(name, id, () => []), version: 1, extension: 'xlsx' })
      expect(file).toMatch(/^2026-03_[a-z0-9]+(?:-[a-z0-9]+)*_actions_v1\.xlsx$/)
      expect(file.length).toBeLessThan(80)
    }),
    { numRuns: 500 },
  )
})
