import { ConflictSource, conflictSources, type SeatDeclaration } from '#domain/conflict.ts'
import type { CaseId } from '#domain/ids.ts'
import type { MeetingDetail } from '#domain/meeting.ts'
import { Button, Checkbox, Radio } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import classes from './meetings.module.css'
import { PartyNames } from './party-names.tsx'
import { useSeatWords } from './use-seat-words.ts'

type Props = { readonly meeting: MeetingDetail; readonly seat: SeatDeclaration; readonly onClose: () => void }

/** One place at the table is asked about each case of the agenda; or the coordinator says it for them. */
export function ConflictPanel({ meeting, seat, onClose }: Props) {
  const t = useT()
  const seatWords = useSeatWords()
  const saidOf = (source: ConflictSource) => new Set(seat.conflicts.filter(({ saidBy }) => saidBy === source).map(({ caseId }) => caseId))
  const [saidBy, setSaidBy] = useState<ConflictSource>('attendee')
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(saidOf('attendee'))
  const declare = useApiCommand('conflicts.declare', { onDone: onClose })
  const save = (caseIds: readonly CaseId[]) =>
    declare.mutate({ meetingId: meeting.id, agencyId: seat.agencyId, saidBy, caseIds: [...caseIds] })
  return (
    <SidePanel isForm title={t('conflicts.panel', { who: seatWords(seat) })} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save([...chosen])
        }}
      >
        <Radio.Group
          label={t('conflicts.saidBy')}
          value={saidBy}
          onChange={(value) => {
            const source = ConflictSource.parse(value)
            setSaidBy(source)
            setChosen(saidOf(source))
          }}
        >
          <div className={classes.conflictList}>
            {conflictSources.map((source) => (
              <Radio key={source} size="xs" value={source} label={t(`conflicts.source.${source}`)} />
            ))}
          </div>
        </Radio.Group>
        <fieldset className={classes.conflictList}>
          <legend>
            {t('conflicts.question')} <span className={classes.hint}>{t('conflicts.question.keys')}</span>
          </legend>
          {meeting.agenda.map((item) => (
            <Checkbox
              key={item.caseId}
              size="xs"
              label={
                <>
                  {item.caseReference} · <PartyNames {...item} />
                </>
              }
              checked={chosen.has(item.caseId)}
              onChange={(event) => {
                const isClose = event.currentTarget.checked
                setChosen((now) => new Set(isClose ? [...now, item.caseId] : [...now].filter((id) => id !== item.caseId)))
              }}
            />
          ))}
        </fieldset>
        <RefusalNotice error={declare.error} />
        <div className={classes.conflictButtons}>
          <Button size="xs" type="submit" loading={declare.isPending}>
            {t('conflicts.save', { count: chosen.size })}
          </Button>
          {chosen.size === 0 ? null : (
            <Button size="xs" variant="default" onClick={() => save([])}>
              {t('conflicts.none')}
            </Button>
          )}
        </div>
      </form>
    </SidePanel>
  )
}
