import type { AuditRow, AuditStanding } from '#domain/audit/entry.ts'
import { sentenceValues } from '#domain/audit/sentence.ts'
import { sentenceKey } from '#domain/audit/words.ts'
import { enUs } from './en-us/index.ts'
import type { Format } from './format.ts'
import type { MessageKey } from './message-key.ts'
import type { Translate } from './translate.ts'

/** What an entry of the log says, in one sentence. */
export function entryWords(row: AuditRow, t: Translate, format: Format): string {
  const gone = {
    case: t('audit.gone.case'),
    action: t('audit.gone.action'),
    agency: t('audit.gone.agency'),
    meeting: t('audit.gone.meeting'),
    holder: t('audit.gone.holder'),
  }
  const sentence = t(sentenceKey(row.operation, row.facts), sentenceValues(row, gone, format.date))
  return row.outcome === 'done' || row.outcome === 'warned' ? sentence : t('audit.tried', { sentence })
}

/** Why something was not done, in a few words. */
export function whyWords(outcome: string, t: Translate): string {
  const key = `audit.why.${outcome}`
  return t(isMessage(key) ? key : 'audit.why.other')
}

/** What was done against what the record advises; null where nothing was. */
export function overrideWords(row: AuditRow, t: Translate): string | null {
  const key = `audit.override.${row.facts['override'] ?? ''}`
  return isMessage(key) ? t(key) : null
}

/** Where a broken log breaks, and what that means. */
export function breakWords(standing: Extract<AuditStanding, { readonly kind: 'broken' }>, t: Translate, format: Format): string {
  const when = standing.at === null ? t('audit.whenUnknown') : format.instant(standing.at)
  return t(`audit.broken.${standing.problem}`, { seq: format.number(standing.seq), when })
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(enUs, key)
}
