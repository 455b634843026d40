import { defineTool } from '../definition.ts'

/** Entered by what the officer's form gave: its cut-off is not published where we could find it (domain.md 5.1). The officer may raise, like any judgement. */
export const daLe = [
  defineTool({
    version: '11',
    items: [],
    answers: [],
    least: 0,
    most: 11,
    scoring: {
      kind: 'numberOnly',
      bands: [
        { band: 'notScreenedIn', level: 'standard' },
        { band: 'screenedIn', level: 'high' },
      ],
    },
  }),
] as const
