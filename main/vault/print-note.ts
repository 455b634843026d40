import type { Locale } from '#domain/settings.ts'

/** What the record of a case says of a print, in the language of the team. */
export function printNote(reason: string, locale: Locale): string {
  return locale === 'es' ? `Impreso el resumen del caso. Motivo: ${reason}` : `The summary of the case was printed. Reason: ${reason}`
}
