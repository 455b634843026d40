import type { IsoDate } from './dates.ts'
import { nameKey } from './person.ts'

export type ComparedPair = {
  readonly victimName: string
  readonly victimDateOfBirth: IsoDate | null
  readonly perpetratorName: string
  readonly perpetratorDateOfBirth: IsoDate | null
}

/** placeholder until the intake rules land */
export function comparePairs(a: ComparedPair, b: ComparedPair): 'certain' | 'possible' | 'different' {
  const same = nameKey(a.victimName) === nameKey(b.victimName) && nameKey(a.perpetratorName) === nameKey(b.perpetratorName)
  return same ? 'possible' : 'different'
}
