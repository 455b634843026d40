import type { LinkKind } from '#domain/case-link.ts'

/** Cases that belong together. */
export const links = {
  'links.title': 'Linked cases',
  'links.none': 'No other case is linked to this one.',
  'links.intro': 'Only the reference, the kind and the reason show here. Opening a linked case is noted in the log.',
  'links.add': 'Link a case',
  'links.open': 'Open {reference}',
  'links.remove': 'Remove the link to {reference}',
  'links.remove.short': 'Remove',
  'links.reference': 'Reference of the other case',
  'links.kind': 'Kind',
  'links.reason': 'Reason',
  'links.reason.hint': 'It shows on both cases: write nothing here that must not be read on the other.',
  'links.save': 'Link',
  'links.added': 'Linked with {reference}',
  'links.removed': 'The link to {reference} is removed',
  'links.made': '{date}, {by}',
  'links.suggest': 'Somebody is in both this case and {reference}.',
  'links.suggest.add': 'Link {reference}',
  'links.kind.samePair': 'Same {victim} and same {perpetrator}: one pair',
  'links.kind.samePerpetrator': 'Same {perpetrator}',
  'links.kind.sameVictim': 'Same {victim}',
  'links.kind.relative': 'Relatives',
  'links.kind.household': 'Same household',
  'links.kind.other': 'Other',
} satisfies Readonly<Record<`links.kind.${LinkKind}`, string>> & Readonly<Record<string, string>>
