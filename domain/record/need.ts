import { z } from 'zod'
import { ActionId } from '../ids.ts'
import { words } from '../text.ts'

/** What decides whether she can be safe and leave (domain.md 12, benefit d). */
export const needDomains = [
  'safety',
  'legal',
  'housing',
  'income',
  'employment',
  'childcare',
  'health',
  'transport',
  'immigration',
  'substanceUse',
  'faithAndCommunity',
] as const
export const NeedDomain = z.enum(needDomains)
export type NeedDomain = z.infer<typeof NeedDomain>

export const needStates = ['open', 'met', 'none', 'unknown'] as const
export const NeedState = z.enum(needStates)
export type NeedState = z.infer<typeof NeedState>

/** So many actions can answer one need. */
export const mostActions = 50

/** A need of hers and the actions that answer it; an open one without an action is shown. One entry a domain. */
export const Need = z.strictObject({
  kind: z.literal('need'),
  domain: NeedDomain,
  state: NeedState,
  actionIds: z.array(ActionId).max(mostActions).default([]),
  note: words(1000).default(''),
})
export type Need = z.infer<typeof Need>
