import type { Sector } from '../agency.ts'

/** Those whose work on a case goes on before his eyes: they stop, charge, hear and supervise him. */
const facingSectors: ReadonlySet<Sector> = new Set<Sector>(['police', 'prosecution', 'courts', 'probation'])

/** The words by which an action speaks of him, in the languages of the catalogues. Spanish "su" and "lo" say too little to count. */
const ofHim =
  /(?<![\p{L}'’])(?:he|him|his|perpetrators?|offenders?|respondents?|abusers?|él|agresor(?:es)?|maltratador(?:es)?|denunciado|investigado)(?!\p{L})/iu

/**
 * True for an action that faces him by its kind: one of an agency that works with him, or one that speaks of him. Such an action may do no harm, but
 * somebody has to have asked whether he could notice it.
 */
export function facesHim({ sector, description }: { readonly sector: Sector | null; readonly description: string }): boolean {
  return (sector !== null && facingSectors.has(sector)) || ofHim.test(description)
}
