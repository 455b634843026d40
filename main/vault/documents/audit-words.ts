import type { GoneWords } from '#domain/audit/sentence.ts'
import type { Locale } from '#domain/settings.ts'

type AuditWords = {
  readonly sheet: string
  readonly title: string
  readonly columns: readonly [string, string, string, string, string, string]
  readonly done: string
  /** `{code}` is the program's own word for why. */
  readonly notDone: string
  readonly gone: GoneWords
}

const en: AuditWords = {
  sheet: 'Log',
  title: 'Log of what was done',
  columns: ['Number', 'Time (UTC)', 'Who', 'What', 'Outcome', 'Operation'],
  done: 'done',
  notDone: 'not done ({code})',
  gone: {
    case: 'that is no longer in the records',
    action: 'that is no longer in the records',
    agency: 'an agency',
    meeting: 'a meeting',
    holder: 'somebody',
  },
}

const es: AuditWords = {
  sheet: 'Registro',
  title: 'Registro de lo que se hizo',
  columns: ['Número', 'Hora (UTC)', 'Quién', 'Qué', 'Resultado', 'Operación'],
  done: 'hecho',
  notDone: 'no hecho ({code})',
  gone: {
    case: 'que ya no está en los registros',
    action: 'que ya no está en los registros',
    agency: 'una entidad',
    meeting: 'una reunión',
    holder: 'alguien',
  },
}

export function auditWords(locale: Locale): AuditWords {
  return locale === 'es' ? es : en
}
