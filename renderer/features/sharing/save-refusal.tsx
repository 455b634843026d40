import type { Refusal } from '#domain/refusal.ts'
import type { RefusalError } from '../../refusal-error.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './sharing.module.css'

/** True where the folder itself took no file: the one chosen here, not the app's own. Nothing with a name was being written then. */
function isFolderRefusal(refusal: Refusal): boolean {
  return refusal.code === 'folderReadOnly' || (refusal.code === 'fileNotWritten' && refusal.name === '')
}

/** Why lists were not saved. */
export function SaveRefusal({ error }: { readonly error: RefusalError | null }) {
  const t = useT()
  if (error === null || !isFolderRefusal(error.refusal)) return <RefusalNotice error={error} />
  return (
    <p role="alert" className={classes.refusal}>
      {t('sharing.folderReadOnly')}
    </p>
  )
}
