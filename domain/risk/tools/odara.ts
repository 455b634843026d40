import { defineTool } from '../definition.ts'

/** A sum of 0 to 13 on the last incident; up to 5 unknown answers are prorated, and the bands are those of the norms [K: domain.md 5.1]. */
export const odara = [
  defineTool({
    version: '13',
    answers: ['yes', 'no', 'unknown'],
    least: 0,
    most: 13,
    scoring: {
      kind: 'sum',
      prorateUpTo: 5,
      bands: [
        { band: 'norm0', from: 0, level: 'standard' },
        { band: 'norm1', from: 1, level: 'standard' },
        { band: 'norm2', from: 2, level: 'standard' },
        { band: 'norm3', from: 3, level: 'standard' },
        { band: 'norm4', from: 4, level: 'standard' },
        { band: 'norm5to6', from: 5, level: 'medium' },
        { band: 'norm7to13', from: 7, level: 'high' },
      ],
    },
    items: [
      { number: '1', topic: 'domesticRecord' },
      { number: '2', topic: 'otherRecord' },
      { number: '3', topic: 'priorCustody' },
      { number: '4', topic: 'breachOfOrder' },
      { number: '5', topic: 'threatAtIndex' },
      { number: '6', topic: 'confinement' },
      { number: '7', topic: 'fear' },
      { number: '8', topic: 'moreThanOneChild' },
      { number: '9', topic: 'childNotHis' },
      { number: '10', topic: 'violenceToOthers' },
      { number: '11', topic: 'substances' },
      { number: '12', topic: 'violenceInPregnancy' },
      { number: '13', topic: 'supportBarriers' },
    ],
  }),
] as const
