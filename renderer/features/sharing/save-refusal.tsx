import type { RefusalError } from '../../refusal-error.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './sharing.module.css'

/** Why lists were not saved. A folder that takes no files is the one that was chosen here, not the app's own. */
export function SaveRefusal({ error }: { readonly error: RefusalError | null }) {
  const t = useT()
  if (error?.refusal.code !== 'folderReadOnly') return <RefusalNotice error={error} />
  return (
    <p role="alert" className={classes.refusal}>
      {t('sharing.folderReadOnly')}
    </p>
  )
}
