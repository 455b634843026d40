import { isoDate } from '#domain/dates.ts'
import { describe, expect, test } from 'vitest'
import { type CaseForm, differences, partText, readCaseForm } from '../../renderer/features/cases/case-form.ts'
import { emptyPerson } from '../../renderer/ui/person-form.ts'
import { safeContactForm } from '../../renderer/ui/safe-contact-form.ts'

const form: CaseForm = {
  version: 4,
  victim: { ...emptyPerson, name: 'Alma Invented', dateOfBirth: isoDate('1985-03-04') },
  perpetrator: { ...emptyPerson, name: 'Dan Madeup' },
  relationship: 'married',
  children: { count: '1', rows: [{ name: 'Kit', dateOfBirth: null, school: 'Sample School' }] },
  safeContact: safeContactForm({ kind: 'direct', how: 'text', when: 'mornings', mayLeaveMessage: false, note: '' }),
}

describe('the form of a case', () => {
  test('sends the version that it was filled from, so that a newer record is not overwritten', () => {
    expect(readCaseForm(form, 7).change).toMatchObject({
      id: 7,
      version: 4,
      childrenCount: 1,
      safeContact: { kind: 'direct', how: 'text' },
    })
  })

  test('names the parts in which it differs from the record, and no other', () => {
    expect(differences(form, { ...form, version: 5 })).toEqual([])
    expect(differences(form, { ...form, relationship: ' married ' })).toEqual([])
    const newer = {
      ...form,
      victim: { ...form.victim, phone: '07700 900123' },
      safeContact: safeContactForm({ kind: 'doNotContact', note: '' }),
    }
    expect(differences(form, newer)).toEqual(['victim', 'safeContact'])
    expect(partText(newer, 'victim')).toBe('Alma Invented, 1985-03-04, 07700 900123')
  })

  test('does not show words of a kind of contact that is not chosen', () => {
    expect(partText({ ...form, safeContact: { ...form.safeContact, kind: 'doNotContact' } }, 'safeContact')).toBe('doNotContact')
  })

  test('refuses an empty name and one person as both', () => {
    expect([...readCaseForm({ ...form, victim: emptyPerson }, 7).problems]).toEqual([['victim.name', 'required']])
    expect([...readCaseForm({ ...form, perpetrator: form.victim }, 7).problems]).toEqual([['perpetrator.name', 'samePerson']])
  })
})
