import { defineTool, type RiskItem, type Scoring } from '../definition.ts'

/** By the number of yes [K: domain.md 5.1]. */
const scoring: Scoring = {
  kind: 'sum',
  prorateUpTo: null,
  bands: [
    { band: 'routine', from: 0, level: 'standard' },
    { band: 'elevated', from: 2, level: 'medium' },
    { band: 'high', from: 3, level: 'high' },
    { band: 'highest', from: 4, level: 'extreme' },
  ],
}
const rest: readonly RiskItem[] = [
  { number: '1', topic: 'escalation' },
  { number: '2', topic: 'weapon' },
  { number: '3', topic: 'believesCapable' },
  { number: '5', topic: 'jealousy' },
]

function withFourth(fourth: RiskItem): readonly RiskItem[] {
  return [...rest.slice(0, 3), fourth, ...rest.slice(3)]
}
const shape = { answers: ['yes', 'no', 'unknown'], least: 0, most: 5, scoring } as const

/** The form of 2017 asks about strangulation, and then sends her to be examined; the earlier one asks about pregnancy instead. */
export const da5 = [
  defineTool({
    ...shape,
    version: 'strangulation-2017',
    items: withFourth({ number: '4', topic: 'strangulation', calls: 'medicalExamination' }),
  }),
  defineTool({ ...shape, version: 'pregnancy', items: withFourth({ number: '4', topic: 'violenceInPregnancy' }) }),
] as const
