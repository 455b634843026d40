import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { BackupList } from './backup-list.tsx'
import classes from './backups.module.css'
import { FileSection } from './file-section.tsx'
import { OwnSection } from './own-section.tsx'
import { ReplacedSection } from './replaced-section.tsx'
import { StickSection } from './stick-section.tsx'

const askWhileRunningMs = 500
const askOtherwiseMs = 30_000

/** How the backups stand, the ways to make and restore one, and whether the file itself is sound. */
export function BackupsPage() {
  const t = useT()
  const overview = useApiQuery('backups.overview', undefined, { keepsPrevious: true, refetchEveryMs: askOtherwiseMs })
  return (
    <>
      <PageHeader title={t('backups.title')} />
      <p className={classes.intro}>{t('backups.intro')}</p>
      <RefusalNotice error={overview.error} />
      {overview.data === undefined ? null : (
        <div className={classes.sections}>
          <StickSection overview={overview.data} />
          <div className={classes.pair}>
            <OwnSection standing={overview.data.standing} />
            <FileSection askEveryMs={askWhileRunningMs} />
          </div>
          <BackupList backups={overview.data.recent} />
          <ReplacedSection replaced={overview.data.replaced} />
        </div>
      )}
    </>
  )
}
