import type { MatchReason } from '#domain/conflict-match.ts'
import type { ConflictSource } from '#domain/conflict.ts'

type Named = `conflicts.match.${MatchReason}` | `conflicts.source.${ConflictSource}`

/** Who at the table is too close to a case, and what follows from it. */
export const conflicts = {
  'conflicts.tab': 'Conflicts',
  'conflicts.leaves': 'Leaves the room: {agencies}',
  'conflicts.sealed.restricted': '{reference} is restricted',
  'conflicts.sealed.conflict': '{reference} concerns somebody in the room',
  'conflicts.sealed.look': 'Look round before you open it: nobody whom it concerns may hear it or see this screen.',
  'conflicts.sealed.who': 'These must leave the room before it is opened',
  'conflicts.sealed.hasLeft': '{who} has left',
  'conflicts.sealed.kept': 'That it was opened, and who had left, is kept with the meeting and noted in the log.',
  'conflicts.sealed.open': 'Open the case',
  'conflicts.panel': 'Conflicts: {who}',
  'conflicts.saidBy': 'Who says so',
  'conflicts.source.attendee': 'The person, at the sign-in',
  'conflicts.source.coordinator': 'I say it for them',
  'conflicts.question': 'Too close to',
  'conflicts.question.keys': 'Space marks a case, Enter saves.',
  'conflicts.save': '{count, plural, =0 {Save: no conflict} one {Save: # conflict} other {Save: # conflicts}}',
  'conflicts.none': 'No conflict with any',
  'conflicts.column': 'Conflicts',
  'conflicts.cell.notAsked': 'Not asked',
  'conflicts.cell.none': 'None',
  'conflicts.cell.some': '{count, plural, one {# case} other {# cases}}',
  'conflicts.key': 'Conflicts of the agency',
  'conflicts.declared': 'Who leaves for which case',
  'conflicts.allAsked': 'Everybody expected was asked about every case.',
  'conflicts.notAsked': '{count, plural, one {Not asked about every case yet: {who}.} other {Not asked about every case yet (#): {who}.}}',
  'conflicts.matches': 'Ask before the agenda goes out ({count})',
  'conflicts.matches.text':
    'Names of people at the table and of the agencies’ contacts, compared with everybody in the cases. A likeness is a reason to ask, and no more.',
  'conflicts.why': 'Why',
  'conflicts.standing': 'What follows',
  'conflicts.match.sameName': '{name}: same name as in the case ({role})',
  'conflicts.match.alikeName': '{name}: name spelled almost alike ({role})',
  'conflicts.match.sameLastName': '{name}: same last name ({role})',
  'conflicts.match.employer': 'Employer of somebody in the case ({role})',
  'conflicts.is.restricted': 'Restricted from them',
  'conflicts.is.conflict': 'Leaves the room',
  'conflicts.flag': 'Leaves the room',
  'conflicts.flag.of': '{agency} leaves the room for {reference}',
  'conflicts.restrict': 'Restrict from the agency',
  'conflicts.restrict.of': 'Restrict {reference} from {agency}',
  'conflicts.restrict.reason': 'Somebody of an agency is close to it.',
} satisfies Record<Named, string> & Record<string, string>
