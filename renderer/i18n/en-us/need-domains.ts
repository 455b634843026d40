import type { NeedDomain } from '#domain/record/need.ts'

/** What decides whether she can be safe and leave, each in a word. */
export const needDomains = {
  'needDomain.safety': 'safety',
  'needDomain.legal': 'legal help',
  'needDomain.housing': 'housing',
  'needDomain.income': 'income',
  'needDomain.employment': 'work',
  'needDomain.childcare': 'childcare',
  'needDomain.health': 'health',
  'needDomain.transport': 'transport and phone',
  'needDomain.immigration': 'immigration',
  'needDomain.substanceUse': 'substance use',
  'needDomain.faithAndCommunity': 'faith and community',
} satisfies Record<`needDomain.${NeedDomain}`, string>
