import type { AgendaItem } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { DeferForm } from './defer-form.tsx'
import { LeaveForm } from './leave-form.tsx'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

/** The bar above the line: what was done and how to take it back, the warning before a case is left, or why it is deferred. Always of one height. */
export function BottomBar({ turns, item }: { readonly turns: Turns; readonly item: AgendaItem }) {
  const t = useT()
  const { bar } = turns
  return (
    <div className={classes.bar} data-kind={bar.kind}>
      <RefusalNotice error={turns.error} />
      <div role="status" className={classes.said}>
        {bar.kind === 'said' && bar.text !== '' ? (
          <>
            <span className={classes.ellipsis}>{bar.text}</span>
            {bar.undo === undefined ? null : (
              <Button size="compact-xs" variant="default" rightSection={<Kbd keys="alt+z" />} onClick={turns.undo}>
                {t('ui.undo')}
              </Button>
            )}
          </>
        ) : null}
      </div>
      <div role="alert" className={classes.warning}>
        {bar.kind === 'warning' ? <LeaveForm key={item.listingId} item={item} findings={bar.findings} turns={turns} /> : null}
      </div>
      {bar.kind === 'defer' ? (
        <DeferForm key={item.listingId} item={item} findings={bar.findings} onDefer={turns.deferNow} onCancel={turns.stay} />
      ) : null}
    </div>
  )
}
