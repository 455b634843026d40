import { defineTool } from '../definition.ts'

/** A tool of which we know nothing but what its result was. */
export const other = [
  defineTool({ version: 'local', items: [], answers: [], least: 0, most: 1000, scoring: { kind: 'numberOnly', bands: [] } }),
] as const
