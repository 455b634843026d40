import type { SampleKind } from './column-samples.ts'

/**
 * How one field's column may be headed: canonical header words, each with its weight from 0 to 1 (1: no doubt), the look of its cells, and the
 * words that may stand beside them without changing the meaning.
 */
export type FieldPatterns<Field extends string> = {
  readonly field: Field
  readonly looks: SampleKind
  readonly patterns: Readonly<Record<string, number>>
  readonly harmless?: readonly string[]
}
