import type { ActionRow } from '#domain/action.ts'
import { needsSignOff } from '#domain/safety/action-safety.ts'
import { waitsFor } from '#domain/safety/waiting.ts'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './actions.module.css'
import { safetyMarks } from './safety-marks.ts'
import { SignOffForm } from './sign-off-form.tsx'

type Props = { readonly row: ActionRow; readonly onSaved: (row: ActionRow) => void; readonly onRefused: () => void }

/** What an action could do to her, what it waits for, and the advocate's word, there or still to be noted. */
export function ActionSafetySection({ row, onSaved, onRefused }: Props) {
  const t = useT()
  const format = useFormat()
  const { safety, signOff } = row
  const agencies = useApiQuery('agencies.list', { includeArchived: true })
  const others = useActionsOfCase(row)
  const waits = waitsFor(row, others)
  const nameOf = (id: number) => agencies.data?.find((agency) => agency.id === id)?.name ?? ''
  const marks = safetyMarks(safety, t, {
    agency: nameOf,
    action: (id) => others.find((other) => other.id === id)?.reference ?? '',
  })
  if (marks.length === 0 && waits === null && signOff === null) return null
  return (
    <section aria-label={t('safety.title')} className={classes.section}>
      <h3>{t('safety.title')}</h3>
      {waits === null ? null : (
        <StatusBadge
          kind="soon"
          word={
            waits.kind === 'signOff'
              ? t('safety.waits.signOff')
              : t(waits.isDropped ? 'safety.waits.dropped' : 'safety.waits.action', { reference: waits.reference })
          }
        />
      )}
      <p className={classes.small}>{marks.join(' · ')}</p>
      {signOff !== null ? (
        <p className={classes.small}>
          {t('safety.signOff.done', { by: signOff.by, agency: nameOf(signOff.agencyId), date: format.instant(signOff.at) })}
        </p>
      ) : needsSignOff(safety) ? (
        <SignOffForm row={row} agencies={agencies.data ?? []} onSaved={onSaved} onRefused={onRefused} />
      ) : null}
    </section>
  )
}

/** The other actions of the same case: what this one can come after. */
export function useActionsOfCase(row: ActionRow): readonly ActionRow[] {
  const found = useApiQuery('actions.list', { search: row.caseReference, state: 'all', sort: 'reference', limit: 500 })
  return (found.data?.rows ?? []).filter(({ id, caseId }) => caseId === row.caseId && id !== row.id)
}
