import type { ImportKind } from '#contract'
import { ImportId } from '#domain/ids.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { type ApiOutput, useApiCommand } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import type { DroppedFile } from '../../ui/file-drop.tsx'
import type { Placing } from './mapping-name.tsx'
import type { Step } from './step-bar.tsx'
import { useImportReview } from './use-import-review.ts'

type LastPlacing = { readonly placing: Placing; readonly knownAs: string }
type Notice = { readonly text: string; readonly onUndo?: () => void }

/** Everything that the page of imports is and does. */
export function useImport(kind: ImportKind) {
  const t = useT()
  const format = useFormat()
  const [chosenStep, setStep] = useState<Step | null>(null)
  const [file, setFile] = useState<DroppedFile | null>(null)
  const [readHere, setReadHere] = useState<string | null>(null)
  const [done, setDone] = useState<ApiOutput<'imports.commit'> | null>(null)
  /** How the columns of the last import were placed: it can be saved once the file is done with. */
  const [lastPlacing, setLastPlacing] = useState<LastPlacing | null>(null)
  const [commits, setCommits] = useState(0)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  /** Given up and not yet forgotten: what was mended can still be had back. */
  const [givenUp, setGivenUp] = useState<string | null>(null)

  const undo = useApiCommand('imports.undo', {
    onDone: ({ removed, stays }) => {
      setDone(null)
      const undone = t('imports.undone', { count: removed })
      setNotice({ text: stays.length === 0 ? undone : `${undone} ${t('imports.undone.stays', { stays: format.list(stays) })}` })
    },
  })
  /** A refusal is worded beside the list of imports, so that list is shown then. */
  const takeBack = (id: ImportId, keepsChanged = false) => undo.mutate({ id, keepsChanged }, { onError: () => setHistoryOpen(true) })
  const found = useImportReview(kind, (answer) => {
    setDone(answer)
    setCommits((now) => now + 1)
    setNotice({ text: t(`imports.done.${kind}`, { count: answer.imported }), onUndo: () => takeBack(answer.importId) })
  })
  const review = found.review === null || found.review.token === givenUp ? null : found.review
  const isRestored = review !== null && review.token !== readHere && commits === 0

  function forget(): void {
    if (givenUp !== null && found.review?.token === givenUp) found.giveUp()
    setGivenUp(null)
  }

  function read(dropped: DroppedFile, sheet?: string): void {
    void found.read(dropped, sheet).then((answer) => {
      if (answer === null) return
      setFile(dropped)
      setGivenUp(null)
      setReadHere(answer.token)
      setStep('columns')
      setDone(null)
      setNotice(null)
    })
  }

  const forgetOnLeaving = useEffectEvent(forget)
  useEffect(() => () => forgetOnLeaving(), [])

  return {
    isLoading: found.isLoading,
    isReading: found.isReading,
    isCommitting: found.isCommitting,
    isUndoing: undo.isPending,
    isRestored,
    isHistoryOpen,
    setHistoryOpen,
    review,
    actions: found.actions,
    error: found.error,
    readError: found.readError,
    undoError: undo.error,
    done,
    lastPlacing,
    commits,
    notice,
    step: chosenStep ?? (isRestored && review.missingFields.length === 0 ? ('rows' as const) : ('columns' as const)),
    setStep,
    /** Reads another sheet of the same workbook; null where the file is no longer at hand, after a lock or another visit. */
    readSheet: file === null || review?.token !== readHere ? null : (sheet: string) => read(file, sheet),
    read: (dropped: DroppedFile) => read(dropped),
    commit: () => {
      if (review === null || review.counts.ready === 0 || review.missingFields.length > 0) return
      setLastPlacing({ placing: review, knownAs: review.savedMapping?.name ?? '' })
      found.commit()
    },
    giveUp: () => {
      if (review === null) return
      setGivenUp(review.token)
      setDone(null)
      setNotice({
        text: t('imports.givenUp', { name: review.fileName }),
        onUndo: () => {
          setGivenUp(null)
          setNotice(null)
        },
      })
    },
    undo: (id: ImportId) => takeBack(id),
    /** The import whose undoing was just refused for what was changed since; the rest of it can be undone. */
    undoRest:
      undo.error?.refusal.code === 'importBuiltUpon' && undo.variables ? () => takeBack(ImportId.parse(undo.variables.id), true) : null,
    startAnother: () => setDone(null),
    dismiss: () => {
      forget()
      setNotice(null)
    },
  }
}
