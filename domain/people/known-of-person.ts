import type { KnownIdentifiers } from '../sharing/identifiers.ts'
import type { PersonContent } from './person-record.ts'

/** Everything of a person's record by which somebody could be known, for the export linter. */
export function knownOfPerson({ name, dateOfBirth, address, phone, details }: PersonContent): KnownIdentifiers {
  const filled = (texts: readonly string[]) => texts.filter((text) => text.trim() !== '')
  return {
    names: filled([name, ...details.aliases]),
    datesOfBirth: dateOfBirth === null ? [] : [dateOfBirth],
    phones: filled([phone, ...details.otherPhones.map(({ number }) => number)]),
    addresses: filled([address, ...details.otherAddresses.map(({ text }) => text)]),
    emails: [],
    places: filled([details.school, details.employer, details.doctor]),
    codes: filled([...details.vehiclePlates, ...details.identifiers.map(({ value }) => value)]),
  }
}
