import type { AgencyShare as Share } from '#contract'
import type { RefusalError } from '../../refusal-error.ts'
import { Button } from '@mantine/core'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { agencyTabId } from './agency-list.tsx'
import { ListPreview } from './list-preview.tsx'
import { PasswordBox } from './password-box.tsx'
import { mayMakeList } from './share-counts.ts'
import classes from './sharing.module.css'
import { ToMove } from './to-move.tsx'

type Props = {
  readonly meetingId: number
  readonly share: Share
  /** Shown while it is being passed on; null while hidden. */
  readonly password: string | null
  readonly passwordError: RefusalError | null
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onShowPassword: () => void
  readonly onPassword: (password: string | null) => void
  readonly onNotice: (text: string) => void
}

/** What one agency gets from a meeting: the lines as they go out, the files, the password. */
export function AgencyShareView(props: Props) {
  const { meetingId, share, password, passwordError, isSaving, onSave, onShowPassword, onPassword, onNotice } = props
  const t = useT()
  const format = useFormat()
  const preview = useApiQuery('sharing.preview', { meetingId, agencyId: share.agencyId })
  return (
    <section role="tabpanel" className={classes.share} aria-labelledby={agencyTabId(share.agencyId)}>
      <div className={classes.shareHead}>
        <div className={classes.shareTitle}>
          <h2>{share.agencyName}</h2>
          <p className={classes.small}>
            {preview.data === undefined ? ' ' : t('sharing.files', { files: format.list(preview.data.fileNames) })}
          </p>
        </div>
        <div className={classes.buttons}>
          {share.lastList === null || password !== null ? null : (
            <Button size="xs" variant="default" onClick={onShowPassword}>
              {t('sharing.password.show')}
            </Button>
          )}
          <Button size="xs" variant="default" disabled={!mayMakeList(share)} loading={isSaving} onClick={onSave}>
            {t('sharing.save')}
          </Button>
        </div>
      </div>
      <RefusalNotice error={passwordError} />
      {password === null ? null : (
        <PasswordBox
          key={share.agencyId}
          agencyId={share.agencyId}
          agencyName={share.agencyName}
          password={password}
          onRenewed={onPassword}
          onHide={() => onPassword(null)}
          onNotice={onNotice}
        />
      )}
      <RefusalNotice error={preview.error} onRetry={() => void preview.refetch()} />
      <ToMove actions={share.toMove} isTold={share.lastList?.isRecalled === true} />
      {preview.data === undefined ? null : <ListPreview preview={preview.data} />}
    </section>
  )
}
