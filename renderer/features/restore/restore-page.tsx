import { useNavigate } from '@tanstack/react-router'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RestoreFlow } from './restore-flow.tsx'
import classes from './restore.module.css'
import { SalvageFlow } from './salvage-flow.tsx'

/** Restoring from within: the same steps as at the lock. When it is done everything locks, and the window starts anew. */
export function RestorePage() {
  const t = useT()
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '/backups' })
  return (
    <>
      <PageHeader title={t('restore.title')} detail={t('restore.intro')} />
      <div className={classes.page}>
        <RestoreFlow onDone={leave} onLeave={leave} />
      </div>
    </>
  )
}

/** Saving what can be read, from within. */
export function SalvagePage() {
  const t = useT()
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '/backups' })
  return (
    <>
      <PageHeader title={t('restore.salvage.title')} detail={t('restore.salvage.intro')} />
      <div className={classes.page}>
        <SalvageFlow onDone={leave} onLeave={leave} />
      </div>
    </>
  )
}
