import type { Locale } from '../settings.ts'
import { auditSentencesEn } from './sentences-en.ts'
import { auditSentencesEs } from './sentences-es.ts'

export type AuditSentenceKey = keyof typeof auditSentencesEn

/** The key of an entry's sentence; that of the unknown one for an operation of another version. */
export function sentenceKey(operation: string, facts: Readonly<Record<string, string>>): AuditSentenceKey {
  const plain = `audit.op.${operation}`
  const key = operation === 'retention.destroy' && facts['caseId'] === undefined ? `${plain}.other` : plain
  return isKey(key) ? key : 'audit.op.unknown'
}

/** All sentences in a language. */
export function auditSentences(locale: Locale): Readonly<Record<AuditSentenceKey, string>> {
  return locale === 'es' ? auditSentencesEs : auditSentencesEn
}

function isKey(key: string): key is AuditSentenceKey {
  return Object.hasOwn(auditSentencesEn, key)
}
