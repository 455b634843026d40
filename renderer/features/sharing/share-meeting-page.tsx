import type { AgencyId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { AgencyList, agencyTabId } from './agency-list.tsx'
import { AgencyShareView } from './agency-share.tsx'
import { ReturnDrop } from './return-drop.tsx'
import { ReturnReviewView } from './return-review.tsx'
import { SavedLists } from './saved-lists.tsx'
import { mayMakeList, needingList, secondsToMake, withActions } from './share-counts.ts'
import classes from './sharing.module.css'
import { usePassword } from './use-password.ts'
import { useReturn } from './use-return.ts'
import { useSaveLists } from './use-save-lists.ts'

const route = getRouteApi('/sharing/$meetingId')

/** The lists of one meeting: what goes out to each agency, what is held back, the files, the passwords, and what comes back. */
export function ShareMeetingPage() {
  const t = useT()
  const format = useFormat()
  const { meetingId } = route.useParams()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<AgencyId | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const meetings = useApiQuery('meetings.list')
  const overview = useApiQuery('sharing.overview', { meetingId })
  const lists = useSaveLists(meetingId)
  const password = usePassword(lists.show)
  const returned = useReturn(setNotice)

  const meeting = meetings.data?.find(({ id }) => id === meetingId)
  const shares = overview.data ?? []
  const share = shares.find(({ agencyId }) => agencyId === wanted) ?? shares[0]
  const all = withActions(shares)
  const needed = needingList(shares)
  const isSaving = lists.going.length > 0

  function choose(agencyId: AgencyId): void {
    // A password is shown while it is being passed on, and no longer.
    if (share !== undefined && share.agencyId !== agencyId) lists.show(agencyId, null)
    setWanted(agencyId)
  }

  function togglePassword(): void {
    if (share === undefined || share.lastList === null) return
    if (lists.passwordOf(share.agencyId) === null) password.fetch(share.agencyId)
    else lists.show(share.agencyId, null)
  }

  const isReviewing = returned.state.kind === 'review'
  const keys =
    isReviewing || share === undefined
      ? []
      : [
          { keys: 'g', label: t('sharing.key.agencies'), run: () => document.getElementById(agencyTabId(share.agencyId))?.focus() },
          { keys: 's', label: t('sharing.key.save'), run: () => lists.save(mayMakeList(share) ? [share.agencyId] : []) },
          { keys: 'shift+s', label: t('sharing.key.saveAll'), run: () => lists.save(all) },
          { keys: 'p', label: t('sharing.key.password'), run: togglePassword },
          { keys: 'b', label: t('sharing.back'), run: () => void navigate({ to: '/sharing' }) },
        ]
  useScreenKeys(keys)

  const title = meeting === undefined ? t('frame.sharing') : t('sharing.title', { date: format.date(meeting.heldOn) })
  return (
    <>
      <PageHeader
        title={title}
        action={
          isReviewing ? undefined : (
            <>
              {needed.length > 0 && needed.length < all.length ? (
                <Button size="xs" variant="default" disabled={isSaving} onClick={() => lists.save(needed)}>
                  {t('sharing.saveNeeded', { count: needed.length })}
                </Button>
              ) : null}
              {all.length > 0 ? (
                <Button size="xs" loading={lists.going.length > 1} disabled={isSaving} onClick={() => lists.save(all)}>
                  {t('sharing.saveAll', { count: all.length })}
                </Button>
              ) : null}
            </>
          )
        }
      />
      <RefusalNotice error={overview.error} onRetry={() => void overview.refetch()} />
      {returned.state.kind === 'review' ? (
        <ReturnReviewView key={returned.state.review.token} state={returned.state} returned={returned} />
      ) : (
        <>
          <div role="status" className={classes.progress}>
            {isSaving ? t('sharing.saving', { count: lists.going.length, seconds: secondsToMake(lists.going.length) }) : ''}
            {lists.saved.length === 0 ? null : <SavedLists lists={lists.saved} onDismiss={lists.dismiss} />}
          </div>
          <RefusalNotice error={lists.error} />
          {overview.data !== undefined && share === undefined ? (
            <EmptyState title={t('sharing.noAgencies.title')} text={t('sharing.noAgencies.text')} />
          ) : null}
          {share === undefined ? null : (
            <div className={classes.columns}>
              <div className={classes.left}>
                <AgencyList shares={shares} chosen={share.agencyId} onChoose={choose} />
                <ReturnDrop returned={returned} />
              </div>
              <AgencyShareView
                key={share.agencyId}
                meetingId={meetingId}
                share={share}
                password={lists.passwordOf(share.agencyId)}
                passwordError={password.error}
                isSaving={lists.going.length === 1 && lists.going[0] === share.agencyId}
                onSave={() => lists.save([share.agencyId])}
                onShowPassword={togglePassword}
                onPassword={(shown) => lists.show(share.agencyId, shown)}
                onNotice={setNotice}
              />
            </div>
          )}
        </>
      )}
      <UndoNotice text={notice} onDismiss={() => setNotice(null)} />
    </>
  )
}
