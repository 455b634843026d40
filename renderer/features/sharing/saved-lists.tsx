import type { SharedList } from '#contract'
import { Button } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import classes from './sharing.module.css'

type Props = { readonly lists: readonly SharedList[]; readonly onDismiss: () => void }

/** What was just written, file by file. */
export function SavedLists({ lists, onDismiss }: Props) {
  const t = useT()
  return (
    <section className={classes.saved}>
      <div className={classes.savedHead}>
        <strong>{t('sharing.saved', { count: lists.length })}</strong>
        <Button size="compact-xs" variant="default" onClick={onDismiss}>
          {t('ui.dismiss')}
        </Button>
      </div>
      <ul className={classes.savedFiles}>
        {lists.map((list) => (
          <li key={list.agencyId}>
            {list.agencyName}: <span className={classes.small}>{shortened(list.fileNames)}</span>
          </li>
        ))}
      </ul>
      {lists.length > 1 ? <p className={classes.small}>{t('sharing.saved.next')}</p> : null}
    </section>
  )
}

/** The names of one list's files, which differ in their endings alone: `2026-10_housing_actions_v1.pdf, .xlsx`. */
function shortened([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((name) => name.slice(name.lastIndexOf('.')))].join(', ')
}
