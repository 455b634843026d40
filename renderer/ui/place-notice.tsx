import type { PlaceAbroad } from '#domain/data-place.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './place-notice.module.css'
import { StatusBadge } from './status-badge.tsx'

type Props = { readonly abroad: PlaceAbroad | null | undefined }

/** Says that the records lie where copies of them leave this computer, and what to do. Nothing where they do not. */
export function RecordsPlaceNotice({ abroad }: Props) {
  const t = useT()
  if (abroad == null) return null
  return (
    <section className={classes.notice} data-of="records" aria-label={t('place.title')}>
      <StatusBadge kind="overdue" word={t('place.title')} />
      <p>{t(`place.records.${abroad.kind}`, serviceIn(abroad))}</p>
      <p>{t('place.records.advice')}</p>
    </section>
  )
}

/** Says that a copy of a backup leaves this computer. An attached drive is where a backup belongs. */
export function BackupPlaceNotice({ abroad }: Props) {
  const t = useT()
  if (abroad == null || abroad.kind === 'attached') return null
  return (
    <div className={classes.notice}>
      <StatusBadge kind="soon" word={t('place.title')} />
      <p>{t(`place.backup.${abroad.kind}`, serviceIn(abroad))}</p>
    </div>
  )
}

const serviceIn = (abroad: PlaceAbroad) => ({ service: abroad.kind === 'synchronised' ? abroad.service : '' })
