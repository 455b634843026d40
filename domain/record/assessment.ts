import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { ItemAnswer } from '../risk/item-answer.ts'
import { RiskLevel } from '../risk/risk-level.ts'
import { RiskTool } from '../risk-tool.ts'
import { line, words } from '../text.ts'

/** What was entered: the score alone (always lawful), the band alone, or the answers by the keys of the tool's items (`slotsOf`). */
export const AssessmentResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), score: z.int().min(-3).max(1000), unknowns: z.int().min(0).max(40).nullable().default(null) }),
  z.strictObject({ kind: z.literal('band'), band: line(60) }),
  z.strictObject({ kind: z.literal('answers'), answers: z.record(z.string().max(40), ItemAnswer) }),
])
export type AssessmentResult = z.infer<typeof AssessmentResult>

/** How grave a mark of the calendar is, 1 the least. */
export const severities = [1, 2, 3, 4, 5] as const
export const Severity = z.literal(severities)
export type Severity = z.infer<typeof Severity>

export const CalendarMark = z.strictObject({ on: IsoDate, severity: Severity })
export type CalendarMark = z.infer<typeof CalendarMark>

/** One completed risk assessment: tool and version, result, who asked whom, and the professional judgement with its reason. */
export const Assessment = z.strictObject({
  kind: z.literal('assessment'),
  tool: RiskTool,
  toolVersion: line(40),
  completedOn: IsoDate,
  completedByRole: words(120).default(''),
  source: z.enum(['victim', 'professional', 'file', 'unknown']).default('unknown'),
  result: AssessmentResult,
  /** Judgement that raises, what an officer believes included; null where the tool's result stands. */
  judgement: z
    .strictObject({ level: RiskLevel, reason: line(2000) })
    .nullable()
    .default(null),
  /** What he did in the year before, for a tool with a calendar. */
  calendar: z.array(CalendarMark).max(400).default([]),
  /** What was done about an answer that always calls for a response: her own suicidality (domain.md 5.2). */
  response: words(2000).default(''),
})
export type Assessment = z.infer<typeof Assessment>
