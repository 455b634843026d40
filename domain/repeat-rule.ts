import { z } from 'zod'

/** From what the months of the repeat rule count: most teams count from the last referral, some from the last meeting that heard the case. */
export const repeatAnchors = ['lastReferral', 'lastMeeting'] as const
export const RepeatAnchor = z.enum(repeatAnchors)
export type RepeatAnchor = z.infer<typeof RepeatAnchor>

export type RepeatRule = { readonly anchor: RepeatAnchor; readonly months: number }

/** SafeLives' definition (domain.md section 4). */
export const usualRepeatRule: RepeatRule = { anchor: 'lastReferral', months: 12 }
