import type { IsoDate } from '../../dates.ts'
import type { PersonId } from '../../ids.ts'

/** What people are compared by: what stands in a record, as it was entered. */
export type PersonFacts = {
  readonly id: PersonId
  /** The name first, then other names; empty ones are passed over. */
  readonly names: readonly string[]
  readonly dateOfBirth: IsoDate | null
  readonly addresses: readonly string[]
  readonly phones: readonly string[]
  /** Numbers by which agencies know the person, with their kind. */
  readonly identifiers: readonly string[]
}
