import { isoDate } from '#domain/dates.ts'
import { expect, test } from 'vitest'
import { discreetText } from '../../renderer/ui/discreet-text.ts'

const victim = { name: 'Alma Invented', dateOfBirth: isoDate('1985-03-04'), address: '14 Larkspur Street', phone: '07700 900123' }
const perpetrator = { name: 'Dan Madeup', dateOfBirth: null, address: '', phone: '' }

test('while names are hidden, what was written of a case says neither who nor where, and still what is to be done', () => {
  const said = discreetText(
    { victim, perpetrator, children: [{ name: 'Kit', dateOfBirth: null, school: 'Sample School' }] },
    isoDate('2026-11-25'),
  )
  expect(said('Change the locks at 14 Larkspur St before Dan is released, ring Alma on 07700900123, tell Sample School')).toBe(
    'Change the locks at … before … is released, ring … on …, tell …',
  )
})
