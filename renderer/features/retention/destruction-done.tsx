import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { CertificateButton } from './certificate-button.tsx'
import { OldBackups } from './old-backups.tsx'
import classes from './retention.module.css'

/** After a destruction: that it is done, its certificate, and the backups that may still hold it. */
export function DestructionDone({ destruction }: { readonly destruction: number }) {
  const t = useT()
  const page = useApiQuery('retention.destructions', { offset: 0, limit: 20 }).data
  const found = page?.rows.find(({ id }) => id === destruction)
  return (
    <div className={classes.panel}>
      <p role="status">
        <span aria-hidden>✓ </span>
        {t('retention.step.done')}
      </p>
      <CertificateButton destruction={destruction} />
      {found === undefined ? null : <OldBackups backups={found.oldBackups} />}
    </div>
  )
}
