import type { Rehearsal } from '#contract'
import { useT } from '../../i18n/use-t.ts'
import { CommitRow } from './commit-row.tsx'
import { CompareTable } from './compare-table.tsx'
import { Lacking } from './lacking.tsx'
import classes from './restore.module.css'

type Props = { readonly rehearsal: Rehearsal; readonly onDone: () => void; readonly onLeave: () => void }

/** What would change, before anything is replaced. */
export function CompareStep({ rehearsal: { backup, present, firstBrokenEntry }, onDone, onLeave }: Props) {
  const t = useT()
  return (
    <div className={classes.flow}>
      <p>{t('restore.compare.whole')}</p>
      {firstBrokenEntry === null ? null : <p className={classes.warning}>{t('restore.compare.logBroken', { entry: firstBrokenEntry })}</p>}
      <p className={present.kind === 'others' ? classes.warning : undefined}>
        {t(present.kind === 'read' ? `restore.present.${present.backupIs}` : `restore.present.${present.kind}`)}
      </p>
      <CompareTable backup={backup} present={present.kind === 'read' ? present.holds : null} />
      {present.kind === 'read' ? <Lacking lacking={present.lacking} laterEntries={present.holds.entries - backup.entries} /> : null}
      <CommitRow
        label={t(present.kind === 'none' ? 'restore.commit.first' : 'restore.commit')}
        hint={present.kind === 'none' ? null : t('restore.commit.hint')}
        onDone={onDone}
        onLeave={onLeave}
      />
    </div>
  )
}
