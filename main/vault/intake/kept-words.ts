import { assertNever } from '#domain/assert-never.ts'
import type { ChildDraft } from '#domain/person.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import type { Locale } from '#domain/settings.ts'
import { longDate } from '../documents/long-date.ts'

const en = {
  safeContact: 'Safe contact, also said',
  doNotContact: 'do not contact',
  onlyThrough: 'only through',
  direct: 'directly',
  mayLeaveMessage: 'a message may be left',
  relationship: 'Relationship, also said',
  childrenCount: 'Children, also said',
  child: 'Child, also said',
  victim: 'Of the victim, also said',
  perpetrator: 'Of the perpetrator, also said',
  dateOfBirth: 'born',
} as const

type Words = Readonly<Record<keyof typeof en, string>>

const es: Words = {
  safeContact: 'Contacto seguro, también se dijo',
  doNotContact: 'no contactar',
  onlyThrough: 'solo a través de',
  direct: 'directamente',
  mayLeaveMessage: 'se puede dejar un mensaje',
  relationship: 'Relación, también se dijo',
  childrenCount: 'Menores, también se dijo',
  child: 'Menor, también se dijo',
  victim: 'De la víctima, también se dijo',
  perpetrator: 'De la persona agresora, también se dijo',
  dateOfBirth: 'fecha de nacimiento',
}

const wordsOf = (locale: Locale): Words => (locale === 'es' ? es : en)

/** A line of a note, in the language of the team, for what a referral says otherwise than it stands. */
export function keptLine(label: 'relationship' | 'childrenCount' | 'victim' | 'perpetrator', said: string, locale: Locale): string {
  return `${wordsOf(locale)[label]}: ${said}`
}

/** A day of birth as a note has it. */
export function bornLine(party: 'victim' | 'perpetrator', on: NonNullable<ChildDraft['dateOfBirth']>, locale: Locale): string {
  return keptLine(party, `${wordsOf(locale).dateOfBirth} ${longDate(on, locale)}`, locale)
}

/** A child of whom something else stands. */
export function childLine({ name, dateOfBirth, school }: ChildDraft, locale: Locale): string {
  const words = wordsOf(locale)
  const born = dateOfBirth === null ? '' : `${words.dateOfBirth} ${longDate(dateOfBirth, locale)}`
  return `${words.child}: ${[name, born, school].filter((part) => part !== '').join(', ')}`
}

/** A way to reach her that does not hold, since a more cautious one does. */
export function contactLine(contact: SafeContact, locale: Locale): string {
  const words = wordsOf(locale)
  const parts = partsOf(contact, words).filter((part) => part !== '')
  return `${words.safeContact}: ${[...parts, contact.note.replaceAll('\n', '; ')].filter((part) => part !== '').join(', ')}`
}

function partsOf(contact: SafeContact, words: Words): readonly string[] {
  switch (contact.kind) {
    case 'doNotContact':
      return [words.doNotContact]
    case 'onlyThrough':
      return [`${words.onlyThrough} ${contact.who}`]
    case 'direct':
      return [`${words.direct} ${contact.how}`, contact.when, contact.mayLeaveMessage ? words.mayLeaveMessage : '']
    default:
      return assertNever(contact)
  }
}
