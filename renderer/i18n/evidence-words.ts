import { assertNever } from '#domain/assert-never.ts'
import type { Evidence } from '#domain/people/duplicates/evidence.ts'
import type { Translate } from './use-t.ts'

/** Why two records are taken to be of one person, one reason at a time; what is missing on one side is left out where the rest is enough. */
export function evidenceWords(evidence: readonly Evidence[], t: Translate): readonly string[] {
  return evidence
    .filter(({ kind, ...rest }) => !(kind === 'address' && 'how' in rest && rest.how === 'missing'))
    .map((each) => oneWord(each, t))
}

function oneWord(evidence: Evidence, t: Translate): string {
  switch (evidence.kind) {
    case 'name':
      return t(`people.because.name.${evidence.how}`)
    case 'dateOfBirth':
      return t(`people.because.birth.${evidence.how}`)
    case 'address':
      return t(`people.because.address.${evidence.how}`)
    case 'commonName':
    case 'phone':
    case 'identifier':
      return t(`people.because.${evidence.kind}`)
    default:
      return assertNever(evidence)
  }
}
