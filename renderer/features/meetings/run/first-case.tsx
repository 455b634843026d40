import type { MeetingDetail } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ConfidentialityStatement } from '../confidentiality-statement.tsx'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

/** Before the first case: the statement to read out, and the way to the case. */
export function FirstCase({ meeting, turns }: { readonly meeting: MeetingDetail; readonly turns: Turns }) {
  const t = useT()
  const first = meeting.agenda.find(({ outcome }) => outcome === 'waiting')
  if (first === undefined) return null
  return (
    <div className={classes.sheet}>
      <EmptyState title={t('run.first.title')} text={t('run.first.text')}>
        <Button autoFocus onClick={() => turns.turnTo(first.listingId)}>
          {t('run.first.turn', { reference: first.caseReference })}
        </Button>
      </EmptyState>
      <ConfidentialityStatement />
    </div>
  )
}
