import { assertNever } from '#domain/assert-never.ts'
import type { Evidence } from '#domain/people/duplicates/evidence.ts'
import type { Format } from './format.ts'
import type { Translate } from './use-t.ts'

/** Why two records are taken to be of one person, and what speaks against it; what is missing on one side is left out where the rest is enough. */
export function evidenceWords(evidence: readonly Evidence[], t: Translate, format: Pick<Format, 'list'>): string {
  const reasons = evidence.filter(
    ({ kind, ...rest }) => kind !== 'commonName' && !(kind === 'address' && 'how' in rest && rest.how === 'missing'),
  )
  const words = format.list(reasons.map((each) => oneWord(each, t)))
  return evidence.some(({ kind }) => kind === 'commonName') ? `${words}, ${t('people.because.commonName')}` : words
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
