import { assertNever } from '../assert-never.ts'
import type { BandName, NamedBand, RiskItem } from './definition.ts'
import { isAtLeast, type RiskLevel } from './risk-level.ts'

/** How much of what a tool asks is known. `unknown` counts what was asked and is not known or not answered; `open` what was not asked yet. */
export type Known = { readonly unknown: number; readonly open: number }

/** Why somebody is screened in (domain.md 5.3): a yes among the first items, enough among the rest, or what the officer believes. */
export type ScreenedInBy = 'firstItems' | 'count' | 'belief'

/** How often each presence was stated, over all items and times. */
export type Presence = { readonly yes: number; readonly possible: number; readonly no: number }

/** What a tool says. None of it is a verdict by itself: it is shown with the judgement and its reason (domain.md 5.5). */
export type RiskResult =
  | (Known & {
      readonly kind: 'scored'
      readonly score: number
      /** Null where the tool has no bands, or its version is not known. */
      readonly band: NamedBand | null
      /** What was said before unknown answers were prorated; null where nothing was. */
      readonly proratedFrom: number | null
    })
  | (Known & { readonly kind: 'screened'; readonly yes: number; readonly screenedInBy: ScreenedInBy | null })
  /** Too much is unknown. `least` is what is known already, from which judgement may still not go down. */
  | (Known & { readonly kind: 'notScorable'; readonly least: NamedBand })
  | (Known & { readonly kind: 'noSum'; readonly presence: Presence })
  /** Only the band was noted; `level` is null where it is one that we do not know. */
  | { readonly kind: 'band'; readonly band: BandName | null; readonly words: string; readonly level: RiskLevel | null }

/** What an answer calls for, whatever the sum. */
export type CalledFor = NonNullable<RiskItem['calls']>

/**
 * The level that a tool states of itself; null where it states none: no cut-off that is known, a summary that is judgement, or too much unknown for a
 * result while what is known is not high already.
 */
export function toolLevelOf(result: RiskResult): RiskLevel | null {
  switch (result.kind) {
    case 'scored':
      return result.band?.level ?? null
    case 'screened':
      return floorOf(result)
    case 'notScorable':
      return isAtLeast(result.least.level, 'high') ? result.least.level : null
    case 'noSum':
      return null
    case 'band':
      return result.level
    default:
      return assertNever(result)
  }
}

/** The level that a tool's result amounts to; judgement may not go below it. `standard` where the tool gives none: nothing is below it. */
export function floorOf(result: RiskResult): RiskLevel {
  switch (result.kind) {
    case 'scored':
      return result.band?.level ?? 'standard'
    case 'screened':
      return result.screenedInBy === null || result.screenedInBy === 'belief' ? 'standard' : 'high'
    case 'notScorable':
      return result.least.level
    case 'noSum':
      return 'standard'
    case 'band':
      return result.level ?? 'standard'
    default:
      return assertNever(result)
  }
}
