import { defineTool, type RiskItem, type Scoring } from '../definition.ts'

const his: readonly RiskItem[] = [
  { number: '1', topic: 'seriousViolence' },
  { number: '2', topic: 'seriousThreats' },
  { number: '3', topic: 'escalation' },
  { number: '4', topic: 'breachOfOrder' },
  { number: '5', topic: 'attitudes' },
  { number: '6', topic: 'otherRecord' },
  { number: '7', topic: 'relationshipTrouble' },
  { number: '8', topic: 'unemployment' },
  { number: '9', topic: 'substances' },
  { number: '10', topic: 'mentalHealth' },
]
const hers: readonly RiskItem[] = [
  { number: '11', topic: 'inconsistentSteps' },
  { number: '12', topic: 'extremeFear' },
  { number: '13', topic: 'poorSupport' },
  { number: '14', topic: 'unsafeHome' },
  { number: '15', topic: 'ownTroubles' },
]
/** The summary is a judgement of whoever used the tool: it can be noted, and is never computed. */
const scoring: Scoring = {
  kind: 'noSum',
  bands: [
    { band: 'low', level: 'standard' },
    { band: 'moderate', level: 'medium' },
    { band: 'high', level: 'high' },
  ],
}
const shape = { answers: ['yes', 'possible', 'no', 'unknown'], occasions: ['current', 'past'], least: 0, most: 0, scoring } as const

/** Presence now and earlier, and no sum [K: codes and levels, domain.md 5.1]. The second version adds how vulnerable she is. */
export const bSafer = [
  defineTool({ ...shape, version: 'v2-15', items: [...his, ...hers] }),
  defineTool({ ...shape, version: 'v1-10', items: his }),
] as const
