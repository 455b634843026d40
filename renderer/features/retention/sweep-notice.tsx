import { Button } from '@mantine/core'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './retention.module.css'

/** A destruction that was cut off before its last step, to be finished now. */
export function SweepNotice({ canSweep }: { readonly canSweep: boolean }) {
  const t = useT()
  const sweep = useApiCommand('retention.sweep')
  return (
    <div role="alert" className={classes.warning}>
      <p>{t('retention.sweepDue')}</p>
      {canSweep ? (
        <div>
          <Button size="xs" loading={sweep.isPending} onClick={() => sweep.mutate(undefined)}>
            {t('retention.sweep')}
          </Button>
        </div>
      ) : null}
      <RefusalNotice error={sweep.error} />
    </div>
  )
}
