import type { ItemAnswer } from './item-answer.ts'
import type { RiskLevel } from './risk-level.ts'
import type { RiskTopic } from './topics.ts'

/** One item of a tool: its number in the tool, and what it is about. */
export type RiskItem = {
  readonly number: string
  readonly topic: RiskTopic
  /** What a yes adds; 1 where it is not said. Nought is never scored, less than nought lowers the sum. */
  readonly weight?: number
  /** An item of the same tool that cannot be answered yes beside this one. */
  readonly excludes?: RiskTopic
  /** What a yes always calls for, whatever the sum. */
  readonly calls?: 'response' | 'medicalExamination'
}

/** The names of bands, each a key of the catalogues (`riskBand.<band>`). */
export type BandName =
  | 'belowThreshold'
  | 'visibleHighRisk'
  | 'variable'
  | 'increased'
  | 'severe'
  | 'extreme'
  | 'routine'
  | 'elevated'
  | 'high'
  | 'highest'
  | 'notScreenedIn'
  | 'screenedIn'
  | 'norm0'
  | 'norm1'
  | 'norm2'
  | 'norm3'
  | 'norm4'
  | 'norm5to6'
  | 'norm7to13'
  | 'low'
  | 'moderate'

/** The versions that we know, each a key of the catalogues (`riskVersion.<version>`). */
export type VersionName =
  | 'safelives-24'
  | 'police-27'
  | 'female-victim-male-partner'
  | 'same-sex'
  | 'immigrant'
  | 'strangulation-2017'
  | 'pregnancy'
  | '11'
  | '13'
  | 'v2-15'
  | 'v1-10'
  | 'local'

/** A band, from a score upwards, and the level that it amounts to: judgement may not go below. */
export type Band = { readonly band: BandName; readonly from: number; readonly level: RiskLevel }
/** A result that may be noted by its name but is not reached by a score. */
export type NamedBand = Omit<Band, 'from'>

/** How a tool turns answers into a result. */
export type Scoring =
  /** The weights of what was answered yes, and the band that the sum lies in; bands ascend, and the first has no lower bound. */
  | {
      readonly kind: 'sum'
      readonly bands: readonly [Band, ...Band[]]
      /** Scaled up to all items for up to so many unknown answers, and not scorable beyond; null where an unknown answer just adds nothing. */
      readonly prorateUpTo: number | null
    }
  /** Screened in by any yes among the first items, or by so many among the rest. */
  | { readonly kind: 'screen'; readonly first: number; readonly restFrom: number; readonly bands: readonly [NamedBand, NamedBand] }
  /** A number without a published cut-off, entered as it is. */
  | { readonly kind: 'numberOnly'; readonly bands: readonly NamedBand[] }
  /** Structured professional judgement: no sum and no cut-off, ever. */
  | { readonly kind: 'noSum'; readonly bands: readonly NamedBand[] }

/** A version of a tool as data: facts of its scoring (domain.md 5.1 to 5.3), and our own labels. Its wording is not here. */
export type RiskDefinition = {
  /** Stored with each assessment; scores of different versions are never compared. */
  readonly version: VersionName
  /** Empty where the tool is entered by its score alone. */
  readonly items: readonly RiskItem[]
  /** Each item is answered for each of these times; empty where it is answered once. */
  readonly occasions: readonly ('current' | 'past')[]
  readonly answers: readonly ItemAnswer[]
  readonly least: number
  readonly most: number
  readonly scoring: Scoring
  /** The tool has a calendar of the year before. */
  readonly hasCalendar: boolean
}

/** What a definition is written as: without what most tools do not have. */
type Written = Omit<RiskDefinition, 'occasions' | 'hasCalendar'> & Partial<Pick<RiskDefinition, 'occasions' | 'hasCalendar'>>

/** A version of a tool, with what most tools do not have left out. */
export function defineTool(written: Written): RiskDefinition {
  return { occasions: [], hasCalendar: false, ...written }
}

/** One thing to be answered: an item, for one of the times that its tool asks about. */
export type Slot = { readonly key: string; readonly item: RiskItem; readonly occasion: 'current' | 'past' | null }

/** Everything that a tool asks, in its order. The key of an answer is the topic, with the time behind a dot where there are several. */
export function slotsOf({ items, occasions }: RiskDefinition): readonly Slot[] {
  if (occasions.length === 0) return items.map((item) => ({ key: item.topic, item, occasion: null }))
  return items.flatMap((item) => occasions.map((occasion) => ({ key: `${item.topic}.${occasion}`, item, occasion })))
}
