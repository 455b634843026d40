import type { ActionRow } from '#domain/action.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { offered, type SettableStatus, stepTo, undoOf } from './status-keys.ts'

export type Notice = { readonly text: string; readonly undo?: () => void }

/** A status that waits for its reason */
export type AskedReason = {
  readonly actionId: number
  readonly to: SettableStatus
  /** Why the status is to wait, where it is set all the same; null where only the reason of the change is asked. */
  readonly waitWords: string | null
}

/**
 * Sets statuses: at once where no reason is needed, else after asking. Each change is told with a way back, where there is one. A second
 * press while the first is on its way is not obeyed, since the row under it may be about to change.
 */
export function useStatusChange(onNotice: (notice: Notice) => void, onMustWait: (row: ActionRow) => void) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const [asked, setAsked] = useState<AskedReason | null>(null)
  const word = (status: ActionRow['status']) => t(`actionStatus.${status}`)
  const refresh = () => client.invalidateQueries({ queryKey: ['actions.list'] })

  const takeBack = useApiCommand('actions.changeStatus', {
    onDone: ({ reference, status }) => onNotice({ text: t('actions.undone', { reference, status: word(status) }) }),
  })
  const change = useApiCommand('actions.changeStatus')

  function send(row: ActionRow, to: SettableStatus, reason: string, onDone?: () => void): void {
    if (change.isPending) return
    takeBack.reset()
    change.mutate(
      { id: row.id, version: row.version, status: to, reason, goesAhead: asked?.waitWords !== undefined && asked.waitWords !== null },
      {
        onSuccess: (after) => {
          setAsked(null)
          const undo = undoOf(after, row.status, t('actions.undoReason'))
          const values = { reference: after.reference, status: word(after.status), from: word(row.status) }
          onNotice(
            undo === null
              ? { text: t('actions.changed.final', values) }
              : { text: t('actions.changed', values), undo: () => takeBack.mutate(undo, { onError: () => void refresh() }) },
          )
          onDone?.()
        },
        // The row in sight may be older than the record: what stands there now comes with the refusal.
        onError: (error) => {
          void refresh()
          if (error.refusal.code !== 'actionMustWait') return
          change.reset()
          setAsked({ actionId: row.id, to, waitWords: refusalWords(error.refusal, t, format) })
          onMustWait(row)
        },
      },
    )
  }

  return {
    asked,
    error: change.error ?? takeBack.error,
    isPending: change.isPending,
    /** Asks for a status; true where its reason must be asked now. */
    request: (row: ActionRow, to: SettableStatus): boolean => {
      if (change.isPending) return false
      change.reset()
      const step = stepTo(row.status, to)
      switch (step) {
        case 'change':
          setAsked(null)
          send(row, to, '')
          return false
        case 'askReason':
          setAsked({ actionId: row.id, to, waitWords: null })
          return true
        case 'already':
          onNotice({ text: t('actions.alreadySo', { reference: row.reference, status: word(row.status) }) })
          return false
        case 'notAllowed': {
          const choices = format.list(offered(row.status).map(word))
          onNotice({ text: t('actions.notPossible', { reference: row.reference, status: word(row.status), choices }) })
          return false
        }
      }
    },
    confirm: send,
    cancel: () => {
      change.reset()
      setAsked(null)
    },
  }
}
