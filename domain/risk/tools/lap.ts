import { defineTool } from '../definition.ts'

/** The rule of three steps of domain.md 5.3; the third, what the officer believes, is the judgement of the assessment. */
export const lap = [
  defineTool({
    version: '11',
    answers: ['yes', 'no', 'notAnswered'],
    least: 0,
    most: 11,
    scoring: {
      kind: 'screen',
      first: 3,
      restFrom: 4,
      bands: [
        { band: 'notScreenedIn', level: 'standard' },
        { band: 'screenedIn', level: 'high' },
      ],
    },
    items: [
      { number: '1', topic: 'weapon' },
      { number: '2', topic: 'threatToKill' },
      { number: '3', topic: 'believesCapable' },
      { number: '4', topic: 'gun' },
      { number: '5', topic: 'strangulation' },
      { number: '6', topic: 'controlOrJealousy' },
      { number: '7', topic: 'separation' },
      { number: '8', topic: 'unemployment' },
      { number: '9', topic: 'hisSuicidality' },
      { number: '10', topic: 'childNotHis' },
      { number: '11', topic: 'stalking' },
    ],
  }),
] as const
