import type { Sector } from '#domain/agency.ts'

/** What an agency says at the table. */
export type SaidFact = { readonly from: Sector; readonly basis: 'fact' | 'opinion'; readonly text: string }

/** What an agency takes on; due so many days after the meeting. */
export type TakenAction = {
  readonly by: Sector
  readonly text: string
  readonly days: number
  readonly isSafety: boolean
  readonly isUnnoticed?: true
}

/** One kind of case as a review would hear it; of no real case, and without anybody's name. */
export type Theme = {
  /** The reason for the referral. */
  readonly reason: string
  readonly facts: readonly SaidFact[]
  readonly risks: readonly string[]
  /** The most pressing first. */
  readonly actions: readonly TakenAction[]
}

export const fact = (from: Sector, text: string): SaidFact => ({ from, basis: 'fact', text })
export const opinion = (from: Sector, text: string): SaidFact => ({ from, basis: 'opinion', text })
export const safety = (by: Sector, text: string, days: number): TakenAction => ({ by, text, days, isSafety: true })
export const task = (by: Sector, text: string, days: number): TakenAction => ({ by, text, days, isSafety: false })
/** An action of which the table says that the perpetrator would not notice it. */
export const quiet = (action: TakenAction): TakenAction => ({ ...action, isUnnoticed: true })
