/** How two names agree, from the surest to the weakest. */
export type NameAgreement = 'same' | 'otherOrder' | 'shortForm' | 'spelling' | 'partly'

/** How two dates of birth agree; `missing` where one is not known. */
export type BirthAgreement = 'same' | 'dayAndMonth' | 'digitsSwapped' | 'oneDigit' | 'missing' | 'other'

export type AddressAgreement = 'same' | 'similar' | 'other' | 'missing'

/** One reason for or against two records being of one person, with its weight in bits: 1 bit doubles the odds. The screen words it. */
export type Evidence =
  | { readonly kind: 'name'; readonly how: NameAgreement; readonly bits: number }
  /** The name is one that many people have. */
  | { readonly kind: 'commonName'; readonly bits: number }
  | { readonly kind: 'dateOfBirth'; readonly how: BirthAgreement; readonly bits: number }
  | { readonly kind: 'address'; readonly how: AddressAgreement; readonly bits: number }
  | { readonly kind: 'phone'; readonly bits: number }
  | { readonly kind: 'identifier'; readonly bits: number }

/** What two records have in common, and how much it weighs altogether. */
export type Comparison = { readonly bits: number; readonly evidence: readonly Evidence[] }

/** From so many bits on two records are shown as possibly one person, and from so many as probably one. Set on the generated people of the tests. */
export const possibleFrom = 16
export const probableFrom = 24
