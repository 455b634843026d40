import { isoDate } from '#domain/dates.ts'
import { knownOfPerson } from '#domain/people/known-of-person.ts'
import { PersonContent } from '#domain/people/person-record.ts'
import { identifierLinter } from '#domain/sharing/identifiers.ts'
import { expect, test } from 'vitest'

const somebody = PersonContent.parse({
  name: 'Kestrel Thornfield',
  address: '9 Invented Row, Fablewood',
  phone: '07700 900123',
  details: {
    aliases: ['Marigold'],
    otherAddresses: [{ text: '41 Madeup Lane' }],
    otherPhones: [{ number: '07700 900456' }],
    vehiclePlates: ['QZX 9081'],
    identifiers: [{ kind: 'police', value: 'FW/2026/118' }],
    school: 'Larkspur Primary School',
    employer: 'Quibble Bakery Ltd',
    doctor: 'Pennywhistle Surgery',
  },
})
const lint = identifierLinter(knownOfPerson(somebody), isoDate('2026-12-10'))

test.each([
  'Tell Marigold first',
  'Go to 41 Madeup Lane',
  'Ring 07700 900456',
  'Look for qzx-9081',
  'Quote FW 2026 118',
  'Ask at Larkspur Primary School',
  'Wait outside Quibble Bakery',
  'Write to Pennywhistle Surgery',
])('the linter finds what is known of a person beyond a referral: %s', (text) => {
  expect(lint(text)).not.toEqual([])
})

test('and nothing where nothing of the person stands', () => {
  expect(lint('Change the locks by Friday')).toEqual([])
})
