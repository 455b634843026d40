import { defineTool, type RiskItem } from '../definition.ts'
import type { Scoring } from '../definition.ts'

/** 14 or more is visible high risk (domain.md 1.2); only a yes counts. The number of items by version is [K]. */
const scoring: Scoring = {
  kind: 'sum',
  prorateUpTo: null,
  bands: [
    { band: 'belowThreshold', from: 0, level: 'standard' },
    { band: 'visibleHighRisk', from: 14, level: 'high' },
  ],
}
const answers = ['yes', 'no', 'unknown'] as const

const about = {
  first: ['injury', 'fear', 'fearOfWhat', 'isolation', 'lowMood', 'separation', 'childContact', 'stalking', 'pregnancyOrBaby'],
  children: ['childNotHis', 'harmToChildren', 'threatToChildren'],
  rest: [
    'moreOften',
    'growingWorse',
    'controlOrJealousy',
    'weapon',
    'threatToKill',
    'strangulation',
    'sexualViolence',
    'othersThreaten',
    'violenceToOthers',
    'cruelToAnimals',
    'moneyWorries',
    'substancesOrHealth',
    'hisSuicidality',
    'breachOfOrder',
    'policeRecord',
  ],
} as const

function numbered(topics: readonly RiskItem['topic'][]): readonly RiskItem[] {
  return topics.map((topic, index) => ({ number: String(index + 1), topic }))
}

/** The checklist of SafeLives and the police's longer one, which asks more about the children. */
export const dash = [
  defineTool({ version: 'safelives-24', items: numbered([...about.first, ...about.rest]), answers, least: 0, most: 24, scoring }),
  defineTool({
    version: 'police-27',
    items: numbered([...about.first, ...about.children, ...about.rest]),
    answers,
    least: 0,
    most: 27,
    scoring,
  }),
] as const
