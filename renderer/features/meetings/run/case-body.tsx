import type { Agency } from '#domain/agency.ts'
import type { ListingId } from '#domain/ids.ts'
import type { ListingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import type { RefusalError } from '../../../refusal-error.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScrollStop } from '../../../ui/use-scroll-stop.ts'
import { CaseKnown } from './case-known.tsx'
import { EarlierActions } from './earlier-actions.tsx'
import { SealedCase } from './sealed-case.tsx'
import { SharedFacts } from './shared-facts.tsx'
import { StatedRisks } from './stated-risks.tsx'
import type { Say } from './use-turns.ts'
import classes from './run.module.css'

type Props = {
  readonly listingId: ListingId
  /** Null until it has been read; the lines are there before it, for whoever types at once. */
  readonly listing: ListingDetail | null
  readonly error: RefusalError | null
  readonly agencies: readonly Agency[]
  readonly say: Say
  readonly onAttendance: () => void
}

/** The case in the middle: what is known, what was promised before, what is shared now, the risks said. */
export function CaseBody({ listingId, listing, error, agencies, say, onAttendance }: Props) {
  const t = useT()
  const known = useScrollStop()
  if (error?.refusal.code === 'caseSealed') {
    return (
      <div className={classes.body}>
        <SealedCase seal={error.refusal} listingId={listingId} />
      </div>
    )
  }
  if (error !== null) {
    return (
      <div className={classes.body}>
        <RefusalNotice error={error} />
        {error.refusal.code === 'declarationMissing' ? (
          <div>
            <Button onClick={onAttendance}>{t('run.toAttendance')}</Button>
          </div>
        ) : null}
      </div>
    )
  }
  return (
    <div className={classes.body}>
      <div ref={known} className={classes.known} role="region" aria-label={t('run.known')}>
        {listing === null ? null : (
          <>
            <CaseKnown listing={listing} />
            <EarlierActions actions={listing.earlierActions} say={say} />
          </>
        )}
      </div>
      <div className={classes.spokenOf}>
        <SharedFacts listingId={listingId} facts={listing?.facts ?? []} agencies={agencies} say={say} />
        <StatedRisks listingId={listingId} risks={listing?.risks ?? []} say={say} />
      </div>
    </div>
  )
}
