import type { NeedState } from '#domain/record/need.ts'

type Named = `needState.${NeedState}`

/** What she needs, and the actions that answer it. */
export const needs = {
  'needState.open': 'Open',
  'needState.met': 'Met',
  'needState.none': 'No need',
  'needState.unknown': 'Not known',
  'needs.title': 'What the {victim} needs',
  'needs.each': 'Need by need',
  'needs.hint': 'Arrows move. O open, M met, N no need, U not known, Enter opens.',
  'needs.noAction': 'No action answers it',
  'needs.unanswered':
    '{count, plural, =0 {Every open need has an action.} one {# open need has no action.} other {# open needs have no action.}}',
  'needs.noneOpen': 'No need is noted as open.',
  'needs.changed': '{domain}: {state}',
  'needs.key.open': 'Need in focus: open',
  'needs.key.met': 'Need in focus: met',
  'needs.key.none': 'Need in focus: no need',
  'needs.key.unknown': 'Need in focus: not known',
  'need.domain': 'Need',
  'need.state': 'State',
  'need.actions': 'Actions that answer it',
  'need.actions.none': 'The case has no actions yet. They are agreed in the meeting; link them here then.',
} satisfies Record<Named, string> & Record<string, string>
