import { Button } from '@mantine/core'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './restore.module.css'

type Props = { readonly label: string; readonly hint: string | null; readonly onDone: () => void; readonly onLeave: () => void }

/** The two ways on from what was prepared: put it in place, or leave everything as it is. */
export function CommitRow({ label, hint, onDone, onLeave }: Props) {
  const t = useT()
  // Quiet: where records were open the window starts anew by itself, and at the lock the state is asked when this is closed.
  const commit = useApiCommand('restore.commit', { isQuiet: true, onDone })
  const giveUp = useApiCommand('restore.giveUp', { isQuiet: true, onDone: onLeave })
  return (
    <>
      {hint === null ? null : <p className={classes.quiet}>{hint}</p>}
      <RefusalNotice error={commit.error} />
      <div className={classes.row}>
        <Button disabled={commit.isPending} onClick={() => commit.mutate(undefined)}>
          {label}
        </Button>
        <Button variant="default" disabled={commit.isPending} onClick={() => giveUp.mutate(undefined)}>
          {t('restore.leave')}
        </Button>
        <span role="status" className={classes.quiet}>
          {commit.isPending ? t('restore.committing') : ''}
        </span>
      </div>
    </>
  )
}
