import type { FieldPatterns } from './column-patterns.ts'
import { profileOf, type SampleProfile, suits } from './column-samples.ts'
import { headerTokens, knownTokens } from './header-tokens.ts'

/** One column of the person's file as the guess sees it. */
export type ColumnView = {
  readonly index: number
  readonly header: string
  readonly tokens: readonly string[]
  readonly profile: SampleProfile
  /** `position`: its words were completed from the columns beside it, which makes the guess weaker. */
  readonly basis: 'header' | 'position'
}

export type Placed = {
  readonly column: number
  /** From 0.55 (barely) to 1 (no doubt). */
  readonly confidence: number
  readonly basis: ColumnView['basis']
}

/** Why a column feeds no field. */
export type UnplacedReason =
  /** It has neither a header nor cells. */
  | 'empty'
  /** Nothing of ours has a name like it. */
  | 'noField'
  /** It says a person's data, but not whose: victim's or perpetrator's. */
  | 'whosePerson'
  /** Its field is fed by a column that fits better. */
  | 'taken'
  /** Two fields fit it equally well. */
  | 'unclear'

export type Unplaced<Field extends string> = {
  readonly column: number
  readonly header: string
  readonly reason: UnplacedReason
  /** The fields that come near. */
  readonly near: readonly Field[]
}

export type Placement<Field extends string> = {
  readonly placed: ReadonlyMap<Field, Placed>
  readonly unplaced: readonly Unplaced<Field>[]
}

const leastScore = 0.55
const positionWeight = 0.8
const sameScore = 0.02

export function viewColumns(header: readonly string[], sampleRows: readonly (readonly string[])[]): ColumnView[] {
  return header.map((text, index) => ({
    index,
    header: text,
    tokens: headerTokens(text),
    profile: profileOf(sampleRows.map((row) => row[index] ?? '')),
    basis: 'header',
  }))
}

/** Gives each field the column that fits it best, and each column to at most one field. */
export function placeColumns<Field extends string>(
  columns: readonly ColumnView[],
  fields: readonly FieldPatterns<Field>[],
): Placement<Field> {
  const scores = columns.map((column) =>
    fields.map((field) => ({ field: field.field, score: fitOf(column, field) })).filter(({ score }) => score >= leastScore),
  )
  const pairs = columns
    .flatMap((column, position) => (scores[position] ?? []).map((fit) => ({ ...fit, column })))
    .toSorted((a, b) => b.score - a.score || a.column.index - b.column.index)
  const placed = new Map<Field, Placed>()
  const used = new Map<number, Field>()
  const unclear = new Set<number>()
  for (const { field, score, column } of pairs) {
    if (placed.has(field) || used.has(column.index) || unclear.has(column.index)) continue
    const rival = pairs.find(
      (other) => other.column === column && other.field !== field && score - other.score < sameScore && !placed.has(other.field),
    )
    if (rival) {
      unclear.add(column.index)
      continue
    }
    placed.set(field, { column: column.index, confidence: Math.round(Math.min(1, score) * 100) / 100, basis: column.basis })
    used.set(column.index, field)
  }
  const unplaced = columns
    .filter((column) => !used.has(column.index))
    .map((column): Unplaced<Field> => {
      const near = (scores[columns.indexOf(column)] ?? []).map(({ field }) => field)
      const isEmpty = column.header.trim() === '' && column.profile.filled === 0
      const reason = isEmpty ? 'empty' : unclear.has(column.index) ? 'unclear' : near.length > 0 ? 'taken' : 'noField'
      return { column: column.index, header: column.header, reason, near }
    })
  return { placed, unplaced }
}

/** How well a header's words and its cells fit a field, 0 to about 1.1. */
export function fitOf<Field extends string>(column: ColumnView, { patterns, harmless = [], looks }: FieldPatterns<Field>): number {
  let best = 0
  for (const [pattern, weight] of Object.entries(patterns)) {
    const words = pattern.split(' ')
    if (!words.every((word) => column.tokens.includes(word))) continue
    const extras = column.tokens.filter((token) => !words.includes(token) && !harmless.includes(token))
    // a known word more means another thing (victim + ethnicity); an unknown one may be a flourish
    const score = extras.reduce((rest, token) => rest * (knownTokens.has(token) ? 0.3 : 0.6), weight)
    // of two patterns that are there, the longer one says more
    const harmlessCount = column.tokens.length - words.length - extras.length
    best = Math.max(best, score - harmlessCount * 0.005)
  }
  if (best === 0) return 0
  return best * suits(looks, column.profile) * (column.basis === 'position' ? positionWeight : 1)
}
