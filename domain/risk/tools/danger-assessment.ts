import { defineTool } from '../definition.ts'

/**
 * Weights and bands of domain.md 5.2 [K: verify before release]: a yes is 1, and some add more. Living apart always (3a) takes 3 away; her own
 * suicidality (20) is not scored and always needs an answer. The other versions are for other couples: their scores are noted, never mixed or banded.
 */
export const dangerAssessment = [
  defineTool({
    version: 'female-victim-male-partner',
    hasCalendar: true,
    answers: ['yes', 'no', 'unknown'],
    least: -3,
    most: 37,
    scoring: {
      kind: 'sum',
      prorateUpTo: null,
      bands: [
        { band: 'variable', from: -3, level: 'standard' },
        { band: 'increased', from: 8, level: 'medium' },
        { band: 'severe', from: 14, level: 'high' },
        { band: 'extreme', from: 18, level: 'extreme' },
      ],
    },
    items: [
      { number: '1', topic: 'escalation' },
      { number: '2', topic: 'gun', weight: 1 + 4 },
      { number: '3', topic: 'separation', weight: 1 + 3 },
      { number: '3a', topic: 'neverLivedTogether', weight: -3, excludes: 'separation' },
      { number: '4', topic: 'unemployment', weight: 1 + 3 },
      { number: '5', topic: 'weapon', weight: 1 + 2 },
      { number: '6', topic: 'threatToKill', weight: 1 + 2 },
      { number: '7', topic: 'avoidedArrest', weight: 1 + 2 },
      { number: '8', topic: 'childNotHis', weight: 1 + 1 },
      { number: '9', topic: 'sexualViolence', weight: 1 + 1 },
      { number: '10', topic: 'strangulation' },
      { number: '11', topic: 'drugs' },
      { number: '12', topic: 'alcohol' },
      { number: '13', topic: 'control' },
      { number: '14', topic: 'jealousy' },
      { number: '15', topic: 'violenceInPregnancy' },
      { number: '16', topic: 'hisSuicidality' },
      { number: '17', topic: 'threatToChildren' },
      { number: '18', topic: 'believesCapable' },
      { number: '19', topic: 'stalking' },
      { number: '20', topic: 'ownSuicidality', weight: 0, calls: 'response' },
    ],
  }),
  defineTool({
    version: 'same-sex',
    items: [],
    answers: [],
    hasCalendar: true,
    least: -3,
    most: 37,
    scoring: { kind: 'numberOnly', bands: [] },
  }),
  defineTool({
    version: 'immigrant',
    items: [],
    answers: [],
    hasCalendar: true,
    least: -3,
    most: 37,
    scoring: { kind: 'numberOnly', bands: [] },
  }),
] as const
