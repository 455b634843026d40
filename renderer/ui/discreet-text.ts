import type { CaseDetail } from '#domain/case.ts'
import type { IsoDate } from '#domain/dates.ts'
import { identifierLinter, knownOf, type Linter, redact } from '#domain/sharing/identifiers.ts'

const blank = '…'
const blanks = { name: blank, dateOfBirth: blank, address: blank, phone: blank, email: blank, other: blank } as const

/** Words of a case as they may stand on screen while names are hidden: without what says who its people are. */
export function discreetText(
  { victim, perpetrator, children }: Pick<CaseDetail, 'victim' | 'perpetrator' | 'children'>,
  today: IsoDate,
): (text: string) => string {
  // Made when names are first hidden, which is seldom.
  let lint: Linter | null = null
  return (text) => {
    lint ??= identifierLinter(knownOf([victim, perpetrator], children), today)
    return redact(text, lint(text), blanks)
  }
}
