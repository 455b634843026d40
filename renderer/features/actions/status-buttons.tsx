import type { ActionStatus } from '#domain/action.ts'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './actions.module.css'
import { keyOf, offered, type SettableStatus } from './status-keys.ts'

type Props = {
  readonly status: ActionStatus
  readonly takesFocus: boolean
  readonly onStatus: (status: SettableStatus) => void
}

/** The statuses that may follow, each with its key. Give it the status as its `key` as well. */
export function StatusButtons({ status, takesFocus, onStatus }: Props) {
  const t = useT()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone when the status is set.
    if (takesFocus || document.activeElement === document.body) group.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <div ref={group} role="group" tabIndex={-1} aria-label={t('actions.setStatus')} className={classes.statuses}>
      {offered(status).map((next) => (
        <Button key={next} size="compact-sm" variant="default" rightSection={<Kbd keys={keyOf(next)} />} onClick={() => onStatus(next)}>
          {t(`actionStatus.${next}`)}
        </Button>
      ))}
    </div>
  )
}
