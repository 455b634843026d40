import type { ActionRow } from '#domain/action.ts'
import type { KeyboardEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { type SettableStatus, statusKeys, statusOfKey } from './status-keys.ts'

type Options = {
  /** The action in the panel: the keys are for it while the table has not the focus. */
  readonly openRow: ActionRow | null
  readonly onStatus: (row: ActionRow, to: SettableStatus) => void
  readonly onChase: (row: ActionRow) => void
  readonly onSearch: () => void
  /** Absent while there is nothing to take back. */
  readonly onUndo: (() => void) | undefined
}

/** The keys of the page; answers what a key does on the active row of the table. */
export function useActionKeys({ openRow, onStatus, onChase, onSearch, onUndo }: Options): (row: ActionRow, event: KeyboardEvent) => void {
  const t = useT()
  const onOpenRow = (run: (row: ActionRow) => void) => (openRow === null ? {} : { run: () => run(openRow) })
  useScreenKeys([
    { keys: '/', label: t('actions.key.search'), run: onSearch },
    ...statusKeys.map(({ key, status }) => ({
      keys: key,
      label: t(`actionStatus.${status}`),
      ...onOpenRow((row) => onStatus(row, status)),
    })),
    { keys: 'x', label: t('actions.key.chase'), ...onOpenRow(onChase) },
    { keys: 'z', label: t('actions.key.undo'), ...(onUndo === undefined ? {} : { run: onUndo }) },
  ])

  return (row, event) => {
    const to = statusOfKey(event)
    const isChase = event.key === 'x' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (to === null && !isChase) return
    event.preventDefault()
    if (to === null) onChase(row)
    else onStatus(row, to)
  }
}
