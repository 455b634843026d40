import { z } from 'zod'
import type { IsoDate, IsoInstant } from '../dates.ts'
import { IsoDate as Day } from '../dates.ts'
import { CaseId, type PersonId } from '../ids.ts'
import { pageWindow } from '../page.ts'
import { words } from '../text.ts'
import type { Evidence } from './duplicates/evidence.ts'
import type { Appearance } from './tie.ts'

/** As much of a person as a list of people shows. */
export type PersonBrief = {
  readonly id: PersonId
  readonly version: number
  readonly name: string
  readonly dateOfBirth: IsoDate | null
  readonly appearances: readonly Appearance[]
}

/** Two records that are possibly one person, and why. */
export type DuplicatePair = {
  readonly one: PersonBrief
  readonly other: PersonBrief
  readonly isProbable: boolean
  readonly evidence: readonly Evidence[]
}

/** Somebody in the records who may be meant by what is being typed, and why. */
export type LikelyPerson = PersonBrief & { readonly evidence: readonly Evidence[] }

export type MergeRecord = {
  readonly id: number
  readonly at: IsoInstant
  readonly by: string
  readonly keptName: string
  readonly goneName: string
  /** The record that stayed has gone into another since: that merge is taken back first. */
  readonly isBuiltUpon: boolean
}

export const DuplicateFilter = z.strictObject({ ...pageWindow })

/** What is being typed of somebody who is to be added to a case. */
export const TypedPerson = z.strictObject({
  name: words(160),
  dateOfBirth: Day.nullable().default(null),
  /** Who is in this case already is not offered. */
  exceptCaseId: CaseId.nullable().default(null),
})
