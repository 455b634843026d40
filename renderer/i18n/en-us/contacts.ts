import type { KnownAnswer } from '#domain/record/known.ts'
import type { MetPerson } from '#domain/record/contact-point.ts'
import type { ReachReason } from '#domain/record/safe-reach.ts'

type Named = `met.${MetPerson}` | `safeToRaise.${KnownAnswer}` | `reach.reason.${ReachReason}`

/** Which agency meets whom, and who can reach her safely. */
export const contacts = {
  'met.victim': '{Victim}',
  'met.child': 'Child',
  'met.perpetrator': '{Perpetrator}',
  'safeToRaise.yes': 'safe to raise',
  'safeToRaise.no': 'not safe to raise',
  'safeToRaise.unknown': 'not known if safe',
  'reach.reason.named': 'the one through whom she is reached',
  'reach.reason.safeToRaise': 'safe to raise',
  'reach.reason.meetsHer': 'meets the {victim}',
  'reach.reason.meetsChildOnly': 'meets only the child',
  'reach.reason.recent': 'within a month',
  'reach.reason.notRecent': 'longer than a month ago',
  'reach.reason.dayUnknown': 'day not known',
  'reach.reason.safetyUnknown': 'nobody has said that it is safe',
  'reach.reason.meetsHimToo': 'meets the {perpetrator} as well',
  'contacts.title': 'Who meets whom',
  'contacts.none': 'Nobody has said yet which agency meets whom.',
  'contacts.agency': 'Agency',
  'contacts.add': 'Add a point of contact',
  'contacts.addCell': 'Add: {agency}, {person}',
  'contacts.noDay': 'day not known',
  'contacts.reach': 'Who can reach the {victim} safely?',
  'contacts.reach.none': 'Nobody that is known of.',
  'contacts.reach.doNotContact': 'Nobody contacts the {victim}. Named is only who meets the {victim} anyway and may raise it.',
  'contacts.reach.onlyThrough': 'Only through {who}.',
  'contacts.reach.safe': 'Can reach',
  'contacts.reach.askFirst': 'Ask first',
  'contacts.missing': 'Sectors missing round this case',
  'contacts.missing.none': 'Every sector of the team is round this case.',
  'contacts.missing.sector': '{sector}: {agencies}',
  'contact.agency': 'Agency',
  'contact.agency.choose': 'Choose an agency',
  'contact.meets': 'Meets',
  'contact.lastOn': 'Last contact',
  'contact.often': 'How often and where',
  'contact.often.hint': 'In the words of the agency, such as: daily at the gate.',
  'contact.isSafeToRaise': 'Is it safe to raise the matter there?',
} satisfies Record<Named, string> & Record<string, string>
