import { Button } from '@mantine/core'
import { initials } from '#domain/person.ts'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './people.module.css'

/** The merges that can be taken back. */
export function MergeList({ mayEdit, onUnmerged }: { readonly mayEdit: boolean; readonly onUnmerged: () => void }) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const merges = useApiQuery('people.merges')
  const unmerge = useApiCommand('people.unmerge', { onDone: onUnmerged })
  const shown = (name: string) => (areShown ? name : initials(name))
  if (merges.data === undefined) return <RefusalNotice error={merges.error} />
  return (
    <section>
      <h2 className={classes.title}>{t('people.merges.title')}</h2>
      <RefusalNotice error={unmerge.error} />
      {merges.data.length === 0 ? <p className={classes.dim}>{t('people.merges.none')}</p> : null}
      <ul className={classes.list}>
        {merges.data.map((merge) => (
          <li key={merge.id} className={classes.pair}>
            <span className={classes.names}>
              {t('people.merges.row', {
                gone: shown(merge.goneName),
                kept: shown(merge.keptName),
                by: merge.by,
                at: format.instant(merge.at),
              })}
            </span>
            {merge.isBuiltUpon ? (
              <span className={classes.dim}>{t('people.merges.builtUpon')}</span>
            ) : mayEdit ? (
              <Button size="compact-xs" variant="default" onClick={() => unmerge.mutate({ mergeId: merge.id })}>
                {t('people.merges.undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
