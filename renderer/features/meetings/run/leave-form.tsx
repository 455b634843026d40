import type { AgendaItem } from '#domain/meeting.ts'
import type { PlanFinding } from '#domain/safety/plan-check.ts'
import { Button, TextInput } from '@mantine/core'
import { planWords } from '../../../i18n/plan-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { useLine } from './use-line.ts'
import type { Turns } from './use-turns.ts'
import classes from './run.module.css'

type Props = { readonly item: AgendaItem; readonly findings: readonly PlanFinding[]; readonly turns: Turns }

/** So many findings are said in full; the rest is counted, and stands in the words on pointing at it. */
const mostSaid = 2

/** What the plan lacks before a case is left: it is mended, or the reason is typed why it is left so. */
export function LeaveForm({ item, findings, turns }: Props) {
  const t = useT()
  const format = useFormat()
  const line = useLine(`leaveLine:${item.listingId}`)
  const words = findings.map((finding) => planWords(finding, t, format))
  const rest = words.length - mostSaid
  return (
    <form
      className={classes.deferForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (line.text.trim() !== '') line.send(turns.leaveNow)
      }}
    >
      <span className={classes.findings} title={words.join('\n')}>
        <span aria-hidden>▲ </span>
        {words.slice(0, mostSaid).join(' ')}
        {rest > 0 ? <span className={classes.quiet}> {t('plan.more', { count: rest })}</span> : null}
        <span className={classes.spoken}>{words.slice(mostSaid).join(' ')}</span>
      </span>
      <TextInput
        size="xs"
        autoFocus
        className={classes.reasonInput}
        aria-label={t('plan.override', { reference: item.caseReference })}
        placeholder={t('plan.override', { reference: item.caseReference })}
        value={line.text}
        maxLength={1000}
        onChange={(event) => line.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') turns.stay()
        }}
      />
      <Button type="submit" size="compact-xs" variant="default" rightSection={<Kbd keys="Enter" />} disabled={line.text.trim() === ''}>
        {t('plan.leave')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={turns.stay}>
        {t('run.warning.stay')}
      </Button>
    </form>
  )
}
