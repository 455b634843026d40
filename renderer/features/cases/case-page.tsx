import { initials } from '#domain/person.ts'
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { useScrollStop } from '../../ui/use-scroll-stop.ts'
import { CaseEditPanel } from './case-edit-panel.tsx'
import { CaseTabs } from './case-tabs.tsx'
import classes from './case.module.css'
import { ChainStrip } from './chain-strip.tsx'
import { DangerCard } from './danger-card.tsx'
import { DueCard } from './due-card.tsx'
import { NeedsStrip } from './needs-strip.tsx'
import { PrintPanel } from './print/print-panel.tsx'
import { EntryEditorProvider } from './record/entry-editor-provider.tsx'
import { UndoButtons } from './record/undo-buttons.tsx'
import { stateKinds } from './state-kinds.ts'
import { VoiceCard } from './voice-card.tsx'

const route = getRouteApi('/cases/$caseId')

/** One case on one screen: the danger, how she may be reached, who is in it, what was referred, heard and promised. */
export function CasePage() {
  const t = useT()
  const { caseId } = route.useParams()
  const { data: detail, error, refetch } = useApiQuery('cases.get', { id: caseId })
  const record = useApiQuery('record.of', { caseId })
  const role = useApiQuery('keys.me').data?.role
  const [isEditing, setEditing] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const mayEdit = role !== undefined && role !== 'readOnly'
  const scrollStop = useScrollStop()
  const stopPrinting = useCallback(() => setPrinting(false), [])
  useScreenKeys([{ keys: 'e', label: t('case.key.edit'), run: () => setEditing(true) }])

  if (detail === undefined || record.data === undefined) {
    return (
      <>
        <PageHeader title={t('case.title')} />
        <RefusalNotice
          error={error ?? record.error}
          onRetry={() => {
            void refetch()
            void record.refetch()
          }}
        />
      </>
    )
  }

  return (
    <>
      <PageHeader
        title={detail.reference}
        detail={
          <span className={classes.head}>
            <span className={classes.headPeople}>
              {initials(detail.victim.name)} / {initials(detail.perpetrator.name)}
            </span>
            <span>{detail.childrenCount === null ? t('cases.childrenUnknown') : t('cases.children', { count: detail.childrenCount })}</span>
            {detail.repeat.kind === 'first' ? null : (
              <span className={detail.repeat.kind === 'repeat' ? classes.repeat : undefined}>
                {t(`repeat.short.${detail.repeat.kind}`)}
              </span>
            )}
            <StatusBadge kind={stateKinds[detail.state]} word={t(`caseState.${detail.state}`)} />
          </span>
        }
        action={
          <>
            {mayEdit ? (
              <Button size="xs" variant="default" onClick={() => setPrinting(true)}>
                {t('print.open')}
              </Button>
            ) : null}
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {t('case.edit')}
            </Button>
          </>
        }
      />
      <EntryEditorProvider
        detail={detail}
        record={record.data}
        mayEdit={mayEdit}
        onRemoved={({ content }) => setDone(t('record.removed', { what: t(`record.kind.${content.kind}`) }))}
      >
        <div className={classes.page}>
          <div ref={scrollStop} className={classes.overview}>
            <div className={classes.top}>
              <DangerCard detail={detail} record={record.data} />
              <VoiceCard detail={detail} record={record.data} onEditContact={() => setEditing(true)} />
              <DueCard detail={detail} record={record.data} />
            </div>
            <div className={classes.strips}>
              <ChainStrip detail={detail} record={record.data} />
              <NeedsStrip detail={detail} record={record.data} />
            </div>
          </div>
          <CaseTabs detail={detail} record={record.data} aside={<UndoButtons caseId={detail.id} record={record.data} onDone={setDone} />} />
        </div>
      </EntryEditorProvider>
      {isEditing ? (
        <CaseEditPanel
          key={detail.id}
          detail={detail}
          onClose={() => setEditing(false)}
          onRefused={() => void refetch()}
          onSaved={() => {
            setEditing(false)
            setDone(t('case.edit.saved'))
          }}
        />
      ) : null}
      {isPrinting ? <PrintPanel detail={detail} record={record.data} onClose={stopPrinting} /> : null}
      <UndoNotice text={done} onDismiss={() => setDone(null)} />
    </>
  )
}
