import type { Refusal } from '#domain/refusal.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'

/** The refusals that a backup can have been written down with. A full place is said without its megabytes: the list keeps codes alone. */
const problems: Readonly<Record<string, Refusal>> = {
  backupPlaceFull: { code: 'diskFull' },
  backupPlaceReadOnly: { code: 'backupPlaceReadOnly' },
  backupPlaceGone: { code: 'backupPlaceGone' },
  backupUnsound: { code: 'backupUnsound' },
  backupRunning: { code: 'backupRunning' },
  storeDamaged: { code: 'storeDamaged' },
}

/** Why a backup failed, in words, from the code that the list keeps. */
export function useProblemWords(): (code: string) => string {
  const t = useT()
  const format = useFormat()
  return (code) => refusalWords(problems[code] ?? { code: 'unexpected', incident: '' }, t, format)
}
