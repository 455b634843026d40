import { Button, UnstyledButton } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import classes from './imports.module.css'

export type Step = 'columns' | 'rows'

type Props = {
  readonly step: Step
  readonly onStep: (step: Step) => void
  readonly canSeeRows: boolean
  readonly onHistory: () => void
  readonly onGiveUp: () => void
}

/** Where the import stands, the way between its two steps, and the ways out of it. */
export function StepBar({ step, onStep, canSeeRows, onHistory, onGiveUp }: Props) {
  const t = useT()
  return (
    <div className={classes.steps}>
      <nav aria-label={t('imports.steps')} className={classes.ways}>
        {(['columns', 'rows'] as const).map((each) => (
          <UnstyledButton
            key={each}
            className={classes.step}
            aria-current={each === step ? 'step' : undefined}
            disabled={each === 'rows' && !canSeeRows}
            onClick={() => onStep(each)}
          >
            {t(`imports.step.${each}`)}
          </UnstyledButton>
        ))}
      </nav>
      <Button size="compact-xs" variant="default" onClick={onHistory}>
        {t('imports.past')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={onGiveUp}>
        {t('imports.giveUp')}
      </Button>
    </div>
  )
}
