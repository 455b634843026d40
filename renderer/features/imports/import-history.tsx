import type { ImportKind } from '#contract'
import type { ImportId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './imports.module.css'

type Props = {
  readonly kind: ImportKind
  readonly onUndo: (id: ImportId) => void
  /** Undoes what was not changed since, where the whole could not be undone. */
  readonly onUndoRest: (() => void) | null
  readonly isBusy: boolean
  /** What kept the last one from being undone. */
  readonly error: Error | null
}

/** The imports of before, each of which can be taken back whole while nothing was built on it. */
export function ImportHistory({ kind, onUndo, onUndoRest, isBusy, error }: Props) {
  const t = useT()
  const format = useFormat()
  const history = useApiQuery('imports.history')
  const past = (history.data ?? []).filter((each) => each.kind === kind)
  return (
    <div className={classes.history}>
      <RefusalNotice error={error ?? history.error} />
      {onUndoRest === null ? null : (
        <div>
          <Button size="xs" variant="default" loading={isBusy} onClick={onUndoRest}>
            {t('imports.undoRest')}
          </Button>
        </div>
      )}
      {past.length === 0 ? (
        <p className={classes.dim}>{history.isPending ? '' : t('imports.history.none')}</p>
      ) : (
        <table className={classes.past}>
          <thead>
            <tr>
              <th scope="col">{t('imports.history.when')}</th>
              <th scope="col">{t('imports.history.rows')}</th>
              <th scope="col">{t('imports.history.state')}</th>
              <th scope="col">{t('imports.history.action')}</th>
            </tr>
          </thead>
          <tbody>
            {past.map(({ id, at, rowCount, undoneAt, stays }) => (
              <tr key={id}>
                <td>{format.instant(at)}</td>
                <td>{format.number(rowCount)}</td>
                <td>
                  {undoneAt === null
                    ? t('imports.history.stands')
                    : stays === 0
                      ? t('imports.history.undone', { when: format.instant(undoneAt) })
                      : t('imports.history.undoneInPart', { when: format.instant(undoneAt), count: stays })}
                </td>
                <td>
                  {undoneAt === null ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isBusy}
                      aria-label={t('imports.history.undoOf', { when: format.instant(at) })}
                      onClick={() => onUndo(id)}
                    >
                      {t('imports.undo')}
                    </Button>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
