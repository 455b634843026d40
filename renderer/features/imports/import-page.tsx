import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useT } from '../../i18n/use-t.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { UndoNotice } from '../../ui/undo-notice.tsx'
import { ColumnsStep, missingNoticeId } from './columns-step.tsx'
import { missingFieldWords } from './field-words.ts'
import { ImportDone } from './import-done.tsx'
import { ImportHistory } from './import-history.tsx'
import classes from './imports.module.css'
import { MappingName } from './mapping-name.tsx'
import { RowsStep } from './rows-step.tsx'
import { SavedMappings } from './saved-mappings.tsx'
import { SheetChoice } from './sheet-choice.tsx'
import { StepBar } from './step-bar.tsx'
import { useImport } from './use-import.ts'

const route = getRouteApi('/cases/import')

/** Brings in the team's own spreadsheet: columns, then rows, then all that is ready at once, to be undone as a whole. */
export function ImportPage() {
  const { kind } = route.useSearch()
  return <ImportOf key={kind} kind={kind} />
}

function ImportOf({ kind }: { readonly kind: 'referrals' | 'agencies' }) {
  const t = useT()
  const page = useImport(kind)
  const { review, step, done } = page
  const history = <ImportHistory kind={kind} isBusy={page.isUndoing} error={page.undoError} onUndo={page.undo} onUndoRest={page.undoRest} />
  const left = review === null ? 0 : review.counts.refused + review.counts.duplicate + review.counts.leftOut
  const ready = review?.counts.ready ?? 0

  function toRows(): void {
    if (review?.missingFields.length === 0) page.setStep('rows')
    else document.getElementById(missingNoticeId)?.focus()
  }
  useScreenKeys([
    {
      keys: 'mod+Enter',
      label: t(step === 'columns' ? 'imports.columns.check' : 'imports.key.import'),
      run: step === 'columns' ? toRows : page.commit,
    },
  ])

  return (
    <>
      <PageHeader
        title={t(`imports.title.${kind}`)}
        detail={
          review === null
            ? undefined
            : review.sheet === null
              ? review.fileName
              : t('imports.fileAndSheet', { file: review.fileName, sheet: review.sheet.name })
        }
        action={
          review === null ? undefined : step === 'columns' ? (
            <Button size="xs" onClick={toRows}>
              {t('imports.columns.check')}
            </Button>
          ) : (
            <Button
              size="xs"
              loading={page.isCommitting}
              disabled={ready === 0}
              title={ready === 0 ? t('imports.commit.nothing') : undefined}
              onClick={page.commit}
            >
              {t('imports.commit', { ready, left })}
            </Button>
          )
        }
      />
      {review === null && done !== null ? <ImportDone kind={kind} done={done} onAnother={page.startAnother} /> : null}
      {review === null && done !== null && page.lastPlacing !== null ? <MappingName kind={kind} {...page.lastPlacing} /> : null}
      {review === null && done === null && !page.isLoading ? (
        <div className={classes.start}>
          <p>{t('imports.explain')}</p>
          <FileDrop label={t(`imports.drop.${kind}`)} accept=".csv,.xlsx,.txt,.tsv" isBusy={page.isReading} onFile={page.read} />
          <RefusalNotice error={page.readError} />
        </div>
      ) : null}
      {review === null && !page.isLoading ? <SavedMappings kind={kind} /> : null}
      {review === null ? (
        page.isLoading ? null : (
          <section aria-labelledby="past-imports" className={classes.start}>
            <h2 id="past-imports" className={classes.heading}>
              {t('imports.past')}
            </h2>
            {history}
          </section>
        )
      ) : (
        <>
          {page.isRestored ? <p className={classes.dim}>{t('imports.restored')}</p> : null}
          {done === null ? null : <ImportDone kind={kind} done={done} />}
          <StepBar
            step={step}
            onStep={page.setStep}
            canSeeRows={review.missingFields.length === 0}
            onHistory={() => page.setHistoryOpen(true)}
            onGiveUp={page.giveUp}
          />
          <RefusalNotice error={page.error} fieldLabel={(field) => missingFieldWords(field, t)} />
          {step === 'columns' ? (
            <>
              <RefusalNotice error={page.readError} />
              <SheetChoice sheet={review.sheet} isBusy={page.isReading} onChoose={page.readSheet} />
              <ColumnsStep key={review.token} review={review} actions={page.actions} />
            </>
          ) : (
            <RowsStep key={`${review.token} ${page.commits}`} review={review} actions={page.actions} />
          )}
        </>
      )}
      {page.isHistoryOpen && review !== null ? (
        <SidePanel title={t('imports.past')} width={600} onClose={() => page.setHistoryOpen(false)}>
          {history}
        </SidePanel>
      ) : null}
      <UndoNotice
        text={page.notice?.text ?? null}
        {...(page.notice?.onUndo === undefined ? {} : { onUndo: page.notice.onUndo })}
        onDismiss={page.dismiss}
      />
    </>
  )
}
