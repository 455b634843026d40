import { outcomeOfChild } from './outcome-of-child.ts'
import type { Scale, Torture } from './torture.ts'

const calls: Readonly<Record<Scale, number>> = { short: 1500, full: 10_000 }

/** Every operation asked by a frame that is not our own page, through main's own registration and its check of the sender. */
export const foreignFrames: Torture = {
  name: 'calls from foreign frames',
  run: (scale) => outcomeOfChild('foreign-frames-child.ts', [String(calls[scale])]),
}
