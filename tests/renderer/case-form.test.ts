import { isoDate } from '#domain/dates.ts'
import { describe, expect, test } from 'vitest'
import { type CaseForm, type ContactWords, differences, partText, readCaseForm } from '../../renderer/features/cases/case-form.ts'
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

const here = { id: 7, today: isoDate('2026-11-25') }
const words: ContactWords = { kind: (kind) => kind, message: (may) => (may ? 'may leave a message' : 'no message') }

describe('the form of a case', () => {
  test('sends the version that it was filled from, so that a newer record is not overwritten', () => {
    expect(readCaseForm(form, here).change).toMatchObject({
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
    expect(partText(newer, 'victim', words)).toBe('Alma Invented, 1985-03-04, 07700 900123')
  })

  test('does not show words of a kind of contact that is not chosen', () => {
    expect(partText({ ...form, safeContact: { ...form.safeContact, kind: 'doNotContact' } }, 'safeContact', words)).toBe('doNotContact')
  })

  test('does not pass over whether a message may be left: it is a difference, and is shown', () => {
    const loud = { ...form, safeContact: { ...form.safeContact, mayLeaveMessage: true } }
    expect(differences(form, loud)).toEqual(['safeContact'])
    expect(partText(loud, 'safeContact', words)).toBe('direct, text, mornings, may leave a message')
    expect(partText(form, 'safeContact', words)).toBe('direct, text, mornings, no message')
  })

  test('refuses days of birth that are to come', () => {
    const child = { name: '', dateOfBirth: isoDate('2027-01-01'), school: '' }
    const victim = { ...form.victim, dateOfBirth: isoDate('2085-03-04') }
    expect([...readCaseForm({ ...form, victim, children: { count: '', rows: [child] } }, here).problems]).toEqual([
      ['victim.dateOfBirth', 'futureDate'],
      ['children.0.dateOfBirth', 'futureDate'],
    ])
  })

  test('refuses an empty name and one person as both', () => {
    expect([...readCaseForm({ ...form, victim: emptyPerson }, here).problems]).toEqual([['victim.name', 'required']])
    expect([...readCaseForm({ ...form, perpetrator: form.victim }, here).problems]).toEqual([['perpetrator.name', 'samePerson']])
  })
})
