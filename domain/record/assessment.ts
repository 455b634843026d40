import { z } from 'zod'
import { IsoDate } from '../dates.ts'
import { RiskTool } from '../risk-tool.ts'
import { line, words } from '../text.ts'

export const itemAnswers = ['yes', 'no', 'unknown', 'notAnswered', 'possible'] as const
export const ItemAnswer = z.enum(itemAnswers)
export type ItemAnswer = z.infer<typeof ItemAnswer>

/** How high professionals hold the risk to be. It may stand above what the tool gives, and never below (domain.md 1.2, 5.5). */
export const riskLevels = ['standard', 'medium', 'high', 'extreme'] as const
export const RiskLevel = z.enum(riskLevels)
export type RiskLevel = z.infer<typeof RiskLevel>

/** What was entered: the score alone (always lawful), or the answers by the keys of the tool's items. */
export const AssessmentResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), score: z.int().min(-3).max(1000), unknowns: z.int().min(0).max(40).nullable().default(null) }),
  z.strictObject({ kind: z.literal('band'), band: line(60) }),
  z.strictObject({ kind: z.literal('answers'), answers: z.record(z.string().max(40), ItemAnswer) }),
])
export type AssessmentResult = z.infer<typeof AssessmentResult>

/** One completed risk assessment: tool and version, result, who asked whom, and the professional judgement with its reason. */
export const Assessment = z.strictObject({
  kind: z.literal('assessment'),
  tool: RiskTool,
  toolVersion: line(40),
  completedOn: IsoDate,
  completedByRole: words(120).default(''),
  source: z.enum(['victim', 'professional', 'file', 'unknown']).default('unknown'),
  result: AssessmentResult,
  /** Judgement that raises; null where the tool's result stands. */
  judgement: z
    .strictObject({ level: RiskLevel, reason: line(2000) })
    .nullable()
    .default(null),
})
export type Assessment = z.infer<typeof Assessment>
