import type { Locale } from '../settings.ts'
import { groupOf } from './operation-group.ts'
import { auditSentencesEn } from './sentences-en.ts'
import { auditSentencesEs } from './sentences-es.ts'

export type AuditSentenceKey = keyof typeof auditSentencesEn

/**
 * The key of an entry's sentence. A question that was refused has a common one, for a list that is shown is not noted; an operation of another version has
 * the unknown one, or that.
 */
export function sentenceKey(operation: string, facts: Readonly<Record<string, string>>): AuditSentenceKey {
  const plain = `audit.op.${operation}`
  const key = operation === 'retention.destroy' && facts['caseId'] === undefined ? `${plain}.other` : plain
  if (isKey(key)) return key
  return groupOf(operation) === 'other' ? 'audit.op.unknown' : 'audit.op.asked'
}

/** All sentences in a language. */
export function auditSentences(locale: Locale): Readonly<Record<AuditSentenceKey, string>> {
  return locale === 'es' ? auditSentencesEs : auditSentencesEn
}

function isKey(key: string): key is AuditSentenceKey {
  return Object.hasOwn(auditSentencesEn, key)
}
