import type { LinkState } from '#domain/record/chain-link.ts'
import { type ChainStep, chainOf } from '#domain/record/chain-state.ts'
import { type KeyboardEvent, useState } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import { today } from '../../../ui/today.ts'
import { useEntryEditor } from '../record/entry-editor.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { ChainItem } from './chain-item.tsx'
import classes from './chain.module.css'
import { moveFocus } from './move-focus.ts'
import { useLinkState } from './use-link-state.ts'

const stateByKey = new Map<string, LinkState>([
  ['d', 'done'],
  ['w', 'waiting'],
  ['b', 'broken'],
  ['x', 'dropped'],
])

/** The chain of response, link under link; the state of the one in focus is changed by one key. */
export function ChainList({ detail, record }: CaseTabProps) {
  const t = useT()
  const { mayEdit } = useEntryEditor()
  const state = useLinkState()
  const [changed, setChanged] = useState('')
  const chain = chainOf(record.entries, today())
  useScreenKeys(
    mayEdit
      ? [
          { keys: 'd', label: t('chain.key.done') },
          { keys: 'w', label: t('chain.key.waiting') },
          { keys: 'b', label: t('chain.key.broken') },
          { keys: 'x', label: t('chain.key.dropped') },
        ]
      : [],
  )

  function onKeyDown(event: KeyboardEvent<HTMLElement>, step: ChainStep): void {
    if (moveFocus(event)) return
    const next = stateByKey.get(event.key)
    if (!mayEdit || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    state.change(step.link, next, () =>
      setChanged(t('chain.changed', { link: t(`linkKind.${step.link.content.link}`), state: t(`linkStanding.${next}`) })),
    )
  }

  if (chain.length === 0) return <p className={classes.dim}>{t('chain.none')}</p>
  return (
    <>
      <ol className={classes.chain}>
        {chain.map((step, index) => (
          <ChainItem
            key={step.link.id}
            detail={detail}
            step={step}
            isJoined={isJoined(step.before?.id, chain[index - 1]?.link.id)}
            onKeyDown={(event) => onKeyDown(event, step)}
          />
        ))}
      </ol>
      <p role="status" className={classes.status}>
        {changed}
      </p>
      <RefusalNotice error={state.error} />
    </>
  )
}

/** True where a link hangs on the one above it. */
function isJoined(before: number | undefined, above: number | undefined): boolean {
  return before !== undefined && before === above
}
