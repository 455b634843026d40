import { assertNever } from '../assert-never.ts'
import { type Band, type NamedBand, type RiskDefinition, type Scoring, type Slot, slotsOf } from './definition.ts'
import type { Answers, ItemAnswer } from './item-answer.ts'
import type { CalledFor, Known, RiskResult } from './risk-result.ts'

/** The band that a score lies in. */
export function bandOf(bands: readonly [Band, ...Band[]], score: number): NamedBand {
  const { band, level } = bands.findLast(({ from }) => score >= from) ?? bands[0]
  return { band, level }
}

/** What an answer adds to the sum. */
function weightOf({ item }: Slot): number {
  return item.weight ?? 1
}

function count(slots: readonly Slot[], answers: Answers, ...wanted: readonly ItemAnswer[]): number {
  return slots.filter(({ key }) => wanted.some((answer) => answers[key] === answer)).length
}

function sumOf(
  { prorateUpTo, bands }: Extract<Scoring, { kind: 'sum' }>,
  slots: readonly Slot[],
  answers: Answers,
  known: Known,
): RiskResult {
  const sum = slots.filter(({ key }) => answers[key] === 'yes').reduce((total, slot) => total + weightOf(slot), 0)
  const plain = { kind: 'scored', score: sum, band: bandOf(bands, sum), proratedFrom: null, ...known } as const
  if (prorateUpTo === null || known.unknown === 0) return plain
  if (known.unknown > prorateUpTo) return { kind: 'notScorable', least: bandOf(bands, sum), ...known }
  const score = Math.round((sum * slots.length) / (slots.length - known.unknown))
  return { ...plain, score, band: bandOf(bands, score), proratedFrom: sum }
}

function screen(
  { first, restFrom }: Extract<Scoring, { kind: 'screen' }>,
  slots: readonly Slot[],
  answers: Answers,
  known: Known,
  isBelieved: boolean,
): RiskResult {
  const [head, rest] = [slots.slice(0, first), slots.slice(first)]
  const isByFirst = count(head, answers, 'yes') > 0
  const isByCount = count(rest, answers, 'yes') >= restFrom
  const screenedInBy = isByFirst ? 'firstItems' : isByCount ? 'count' : isBelieved ? 'belief' : null
  return { kind: 'screened', yes: count(slots, answers, 'yes'), screenedInBy, ...known }
}

/**
 * What the answers to a tool amount to. Only a yes ever adds: what is unknown or was not answered is counted as such, never as a no. `isBelieved`:
 * whoever asked holds the risk to be high, which screens in where the answers do not (domain.md 5.3).
 */
export function scoreAssessment(definition: RiskDefinition, answers: Answers, { isBelieved = false } = {}): RiskResult {
  const slots = slotsOf(definition)
  const unknown = count(slots, answers, 'unknown', 'notAnswered')
  const known: Known = { unknown, open: slots.filter(({ key }) => answers[key] === undefined).length }
  const { scoring } = definition
  switch (scoring.kind) {
    case 'sum':
      return sumOf(scoring, slots, answers, known)
    case 'screen':
      return screen(scoring, slots, answers, known, isBelieved)
    case 'numberOnly':
      return { kind: 'scored', score: count(slots, answers, 'yes'), band: null, proratedFrom: null, ...known }
    case 'noSum': {
      const presence = { yes: count(slots, answers, 'yes'), possible: count(slots, answers, 'possible'), no: count(slots, answers, 'no') }
      return { kind: 'noSum', presence, ...known }
    }
    default:
      return assertNever(scoring)
  }
}

/** What the answers call for whatever the sum, each thing once. */
export function calledFor(definition: RiskDefinition, answers: Answers): readonly CalledFor[] {
  const calls = slotsOf(definition).flatMap(({ key, item }) => (answers[key] === 'yes' && item.calls !== undefined ? [item.calls] : []))
  return [...new Set(calls)]
}
