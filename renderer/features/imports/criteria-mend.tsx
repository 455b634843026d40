import { Button } from '@mantine/core'
import { useId } from 'react'
import { useT } from '../../i18n/use-t.ts'
import classes from './imports.module.css'
import { MendText } from './mend-text.tsx'
import type { Mend } from './problem-field.tsx'

const byOneClick = ['visibleHighRisk', 'escalation', 'repeat'] as const

/** For a row that meets no criterion: says which one it meets, professional judgement with its reason. */
export function CriteriaMend({ words, onMend }: { readonly words: string; readonly onMend: Mend }) {
  const t = useT()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={classes.problem}>
      <p id={id} className={classes.words}>
        {words}
      </p>
      <div className={classes.suggestions}>
        {byOneClick.map((name) => (
          <Button key={name} size="compact-xs" variant="default" onClick={() => onMend({ [name]: 'yes' }, true)}>
            {t(`criterion.${name}`)}
          </Button>
        ))}
      </div>
      <MendText
        label={t('imports.row.reason')}
        value=""
        onCommit={(reason, isByEnter) => {
          if (reason.trim() !== '') onMend({ professionalJudgement: 'yes', judgementReason: reason }, isByEnter)
        }}
      />
    </div>
  )
}
