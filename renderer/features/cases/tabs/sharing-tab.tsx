import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import classes from '../case.module.css'
import { useEntryEditor } from '../record/entry-editor.ts'
import { RestrictionCard } from '../restriction/restriction-card.tsx'
import { useSaid } from '../use-said.ts'
import type { CaseTabProps } from './case-tab.ts'

/** What has left of this case, to whom and when, word for word. */
export function SharingTab({ detail }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const said = useSaid(detail)
  const editor = useEntryEditor()
  const history = useApiQuery('cases.history', { id: detail.id })
  if (history.data === undefined) return <RefusalNotice error={history.error} onRetry={() => void history.refetch()} />
  const lists = history.data.disclosures.toReversed()
  const meetingOn = new Map(detail.actions.map((action) => [action.meetingOn, action.meetingId]))
  const restriction = <RestrictionCard caseId={detail.id} mayChange={editor.mayEdit} />
  if (lists.length === 0) {
    return (
      <>
        {restriction}
        <EmptyState title={t('case.sharing.empty')} text={t('case.sharing.empty.text')} />
      </>
    )
  }
  return (
    <>
      {restriction}
      <p className={classes.dim}>{t('case.sharing.intro')}</p>
      <ul className={classes.list}>
        {lists.map((list) => {
          const meetingId = meetingOn.get(list.meetingOn)
          return (
            <li key={list.listId} className={classes.entry}>
              <div className={classes.entryHead}>
                <strong>{list.agencyName}</strong>
                <span>{t('case.sharing.made', { at: format.instant(list.madeAt), version: list.version })}</span>
                <span className={classes.dim}>
                  {list.returnedAt === null ? t('case.sharing.notBack') : t('case.sharing.back', { at: format.instant(list.returnedAt) })}
                </span>
                {meetingId === undefined ? null : (
                  <Link className={classes.entryAction} to="/sharing/$meetingId" params={{ meetingId }}>
                    {t('case.sharing.meeting', { date: format.date(list.meetingOn) })}
                  </Link>
                )}
              </div>
              <ul className={classes.plainList}>
                {list.rows.map((row) => (
                  <li key={row.actionId}>
                    <span className={classes.dim}>{row.reference}</span> {said(row.outgoing)}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </>
  )
}
