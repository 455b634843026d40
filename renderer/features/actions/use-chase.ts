import type { ActionRow } from '#domain/action.ts'
import type { AgencyId } from '#domain/ids.ts'
import { useState } from 'react'
import { call } from '../../api.ts'
import { copyText } from '../../copy-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalError } from '../../refusal-error.ts'
import { today } from '../../ui/today.ts'
import { chaseText, mayBeChased } from './chase-text.ts'

const windowSize = 500

async function overdueOf(agencyId: AgencyId): Promise<readonly ActionRow[]> {
  const rows: ActionRow[] = []
  for (;;) {
    const page = await call('actions.list', { agencyId, state: 'overdue', offset: rows.length, limit: windowSize })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return mayBeChased(rows)
  }
}

/** Copies the chase text of one agency, and says so through `onDone`. `error` is a refusal to read; a clipboard that refuses is said as well. */
export function useChase(onDone: (notice: string) => void) {
  const t = useT()
  const format = useFormat()
  const [error, setError] = useState<RefusalError | null>(null)

  async function copy(agencyId: AgencyId, agency: string): Promise<void> {
    setError(null)
    const overdue = await overdueOf(agencyId)
    if (overdue.length === 0) {
      onDone(t('actions.chase.none', { agency }))
      return
    }
    const isCopied = await copyText(chaseText(overdue, today(), t, format))
    onDone(isCopied ? t('actions.chase.copied', { count: overdue.length, agency }) : t('actions.chase.failed'))
  }

  return {
    error,
    copy: (agencyId: AgencyId, agency: string) => {
      copy(agencyId, agency).catch((problem: unknown) => {
        setError(problem instanceof RefusalError ? problem : new RefusalError({ code: 'unexpected', incident: '' }))
      })
    },
  }
}
