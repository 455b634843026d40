import type { CaseId } from '#domain/ids.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { useScrollStop } from '../../ui/use-scroll-stop.ts'
import { CaseEditPanel } from './case-edit-panel.tsx'
import { CaseHead, type Done } from './case-head.tsx'
import { CaseTabs } from './case-tabs.tsx'
import classes from './case.module.css'
import { ChainStrip } from './chain-strip.tsx'
import { DangerCard } from './danger-card.tsx'
import { DueCard } from './due-card.tsx'
import { NeedsStrip } from './needs-strip.tsx'
import { EmergencyPanel } from './emergency-panel.tsx'
import { PrintPanel } from './print/print-panel.tsx'
import { EntryEditorProvider } from './record/entry-editor-provider.tsx'
import { UndoButtons } from './record/undo-buttons.tsx'
import { RestrictedGate } from './restriction/restricted-gate.tsx'
import { useOpenedRestricted } from './restriction/use-opened-restricted.ts'
import { VoiceCard } from './voice-card.tsx'

const route = getRouteApi('/cases/$caseId')

/** One case; a restricted one only after somebody said that it may be shown here. */
export function CasePage() {
  const t = useT()
  const { caseId } = route.useParams()
  const { data, error, refetch } = useApiQuery('restrictions.of', { caseId })
  const { isOpened, open } = useOpenedRestricted(caseId)
  // Asked for here, so that a key that is pressed while the case is still coming counts.
  const [isEditing, setEditing] = useState(false)
  useScreenKeys([{ keys: 'e', label: t('case.key.edit'), run: () => setEditing(true) }])
  if (data === undefined) {
    return (
      <>
        <PageHeader title={t('case.title')} />
        <RefusalNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (data.restriction !== null && !isOpened) return <RestrictedGate reference={data.reference} onOpen={open} />
  return <OpenCase caseId={caseId} isEditing={isEditing} setEditing={setEditing} />
}

type OpenCaseProps = { readonly caseId: CaseId; readonly isEditing: boolean; readonly setEditing: (isEditing: boolean) => void }

/** One case on one screen: the danger, how she may be reached, who is in it, what was referred, heard and promised. */
function OpenCase({ caseId, isEditing, setEditing }: OpenCaseProps) {
  const t = useT()
  const { data: detail, error, refetch } = useApiQuery('cases.get', { id: caseId })
  const record = useApiQuery('record.of', { caseId })
  const role = useApiQuery('keys.me').data?.role
  const [isCalling, setCalling] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const mayEdit = role !== undefined && role !== 'readOnly'
  const scrollStop = useScrollStop()
  const stopPrinting = useCallback(() => setPrinting(false), [])

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
      <CaseHead
        detail={detail}
        mayEdit={mayEdit}
        onPrint={() => setPrinting(true)}
        onEdit={() => setEditing(true)}
        onEmergency={() => setCalling(true)}
        onDone={setDone}
      />
      <EntryEditorProvider
        detail={detail}
        record={record.data}
        mayEdit={mayEdit}
        onRemoved={({ content }) => setDone({ text: t('record.removed', { what: t(`record.kind.${content.kind}`) }) })}
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
          <CaseTabs
            detail={detail}
            record={record.data}
            aside={mayEdit ? <UndoButtons caseId={detail.id} record={record.data} onDone={(text) => setDone({ text })} /> : null}
          />
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
            setDone({ text: t('case.edit.saved') })
          }}
        />
      ) : null}
      {isCalling ? <EmergencyPanel detail={detail} onClose={() => setCalling(false)} onDone={(text) => setDone({ text })} /> : null}
      {isPrinting ? <PrintPanel detail={detail} record={record.data} onClose={stopPrinting} /> : null}
      <UndoNotice text={done?.text ?? null} {...(done?.undo === undefined ? {} : { onUndo: done.undo })} onDismiss={() => setDone(null)} />
    </>
  )
}
