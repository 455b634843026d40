import type { ReviewedRow } from '#contract'

/** A person as two pairs are compared by: the cells of a row, or a case's record in words. */
export type ComparedPerson = { readonly name: string; readonly born: string }
export type ComparedPair = { readonly victim: ComparedPerson; readonly perpetrator: ComparedPerson }

/** The name of one of the two people, whole or from its parts. */
export function nameInRow({ values }: ReviewedRow, party: 'victim' | 'perpetrator'): string {
  const value = (field: string) => values[field]?.trim() ?? ''
  const parts = [value(`${party}FirstName`), value(`${party}LastName`)].filter((part) => part !== '').join(' ')
  return value(`${party}Name`) || parts
}

/** The two people of a row. */
export function pairOfRow(row: ReviewedRow): ComparedPair {
  const person = (party: 'victim' | 'perpetrator') => ({
    name: nameInRow(row, party),
    born: row.values[`${party}DateOfBirth`]?.trim() ?? '',
  })
  return { victim: person('victim'), perpetrator: person('perpetrator') }
}
