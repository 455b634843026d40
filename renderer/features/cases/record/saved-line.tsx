import type { Entry } from '#domain/record/entry.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import type { SaverStatus } from '../saving/form-saver.ts'
import classes from './record.module.css'

/** Whether what was typed stands in the record, and who wrote it there when. */
export function SavedLine({ status, entry }: { readonly status: SaverStatus | null; readonly entry: Entry | null }) {
  const t = useT()
  const format = useFormat()
  const recorded = entry === null ? null : t('record.recorded', { by: entry.recordedBy, at: format.instant(entry.recordedAt) })
  return (
    <div className={classes.saved}>
      <p role="status" data-status={status ?? undefined}>
        {status === null ? t('record.readOnly') : t(`record.status.${status}`)}
      </p>
      {recorded === null ? null : <p className={classes.dim}>{recorded}</p>}
    </div>
  )
}
