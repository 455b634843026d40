import { UnstyledButton } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import type { FirstRunEnd } from './first-run.tsx'
import classes from './vault.module.css'

/** The end of the first run: where to begin. */
export function StartStep({ onEnd }: { readonly onEnd: (end: FirstRunEnd) => void }) {
  const t = useT()
  return (
    <div className={classes.form}>
      <UnstyledButton className={classes.choice} onClick={() => onEnd('import')}>
        <span className={classes.choiceTitle}>{t('vault.start.import')}</span>
        <span className={classes.quiet}>{t('vault.start.importText')}</span>
      </UnstyledButton>
      <UnstyledButton className={classes.choice} onClick={() => onEnd('home')}>
        <span className={classes.choiceTitle}>{t('vault.start.empty')}</span>
        <span className={classes.quiet}>{t('vault.start.emptyText')}</span>
      </UnstyledButton>
    </div>
  )
}
