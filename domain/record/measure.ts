import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { AgencyId } from '../ids.ts'
import { line, words } from '../text.ts'

export const measureKinds = ['supervision', 'gps', 'firearms', 'programme', 'bail', 'noContact', 'tracking', 'other'] as const
export const MeasureKind = z.enum(measureKinds)
export type MeasureKind = z.infer<typeof MeasureKind>

export const Violation = z.strictObject({ on: IsoDate, what: line(500), answer: words(500).default('') })
export type Violation = z.infer<typeof Violation>

function byDay(violations: Violation[]): Violation[] {
  return violations.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}

/** What is done towards the perpetrator, and how it was broken (domain.md 2.1). Nothing of it goes to the victim's address. */
export const Measure = z.strictObject({
  kind: z.literal('measure'),
  measure: MeasureKind,
  state: z.enum(['proposed', 'inForce', 'ended']),
  from: IsoDate.nullable().default(null),
  until: IsoDate.nullable().default(null),
  heldBy: AgencyId.nullable().default(null),
  conditions: words(1000).default(''),
  /** By day, whatever the order in which they were typed: the last one is what a search for the newest looks at. */
  violations: z.array(Violation).max(50).overwrite(byDay).default([]),
})
export type Measure = z.infer<typeof Measure>
