import type { PlanFinding } from '#domain/safety/plan-check.ts'
import type { WaitsFor } from '#domain/safety/waiting.ts'

type Named = `plan.${PlanFinding['kind']}` | `refusal.actionMustWait.${WaitsFor['kind']}`

/** What an action could do to her, the advocate's word, and the check of the whole plan before a case is left. */
export const safety = {
  'safety.title': 'Her safety',
  'safety.isTowardsHim': 'Aimed at the {perpetrator}',
  'safety.couldNotice': 'Could the {perpetrator} notice it?',
  'safety.couldRaiseRisk': 'Could it raise her risk?',
  'safety.toldFirstBy': 'Who tells her first',
  'safety.toldFirstBy.nobody': 'nobody yet',
  'safety.after': 'Only after',
  'safety.after.nothing': 'nothing',
  'safety.answer.yes': 'yes',
  'safety.answer.no': 'no',
  'safety.answer.unknown': 'not looked at',
  'safety.mark.towardsHim': 'aimed at {perpetrator}',
  'safety.mark.noticeable': '{perpetrator} could notice',
  'safety.mark.raisesRisk': 'could raise risk',
  'safety.toldFirst': '{agency} tells her first',
  'safety.waits.signOff': 'waits for an {advocate}',
  'safety.waits.action': 'only after {reference}',
  'safety.waits.dropped': '{reference}, before it, came to nothing',
  'safety.signOff': 'Note the word of an {advocate}',
  'safety.signOff.why':
    'An {advocate} says first whether this may go ahead, because it could reach the {perpetrator} or raise her risk. Note who said so.',
  'safety.signOff.agency': 'Which agency',
  'safety.signOff.by': 'Who said so',
  'safety.signOff.save': 'It may go ahead',
  'safety.signOff.done': '{by} ({agency}) said on {date} that it may go ahead.',
  'safety.signOff.nobody': 'No agency of {advocates} is on the list of agencies yet. Add one there first.',
  'safety.goAhead': 'Set it all the same, with a reason',
  'safety.goAhead.why': '{waits} Say why it is set all the same; it is kept in the history and in the log.',
  'refusal.actionMustWait.signOff':
    '{reference} could reach the {perpetrator} or raise her risk: it waits until an {advocate} has said that it may go ahead.',
  'refusal.actionMustWait.action': '{reference} waits until {before} is complete.',
  'refusal.planNotSafe': 'The plan is not ready: {findings} Mend it, or say why the case is left so.',
  'plan.action': 'There is no action.',
  'plan.safetyAction': 'No action is marked for safety.',
  'plan.signOff': 'No {advocate} has said that {references} may go ahead.',
  'plan.notToldFirst': 'Nobody is to tell her first of {references}.',
  'plan.noSafetyFirst': '{references}: aimed at the {perpetrator}, with no safety action before.',
  'plan.wrongOrder': '{references}: due before what must come first.',
  'plan.waitsForDropped': '{references}: waits for what will not be done.',
  'plan.neverAsked': 'Nobody has asked her what she wants.',
  'plan.neverTold': 'It is not known whether she knows of the meeting.',
  'plan.needWithoutAction': 'Open needs without an action: {domains}.',
  'plan.more': 'and {count} more',
  'plan.override': 'Why is {reference} left so?',
  'plan.leave': 'Leave it so',
} satisfies Record<Named, string> & Record<string, string>
