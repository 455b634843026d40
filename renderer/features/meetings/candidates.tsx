import type { AgendaCandidate } from '#domain/meeting.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { listingTypeKinds } from './listing-kinds.ts'
import classes from './meetings.module.css'
import { PartyNames } from './party-names.tsx'

type Props = { readonly candidates: readonly AgendaCandidate[]; readonly onAdd: (candidate: AgendaCandidate) => void }

/** What waits and is not on the agenda. */
export function Candidates({ candidates, onAdd }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <section className={classes.candidates} aria-labelledby="candidates">
      <h2 id="candidates">{t('meetings.candidates', { count: candidates.length })}</h2>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('meetings.agenda.reference')}</th>
              <th scope="col">{t('meetings.agenda.names')}</th>
              <th scope="col">{t('meetings.agenda.children')}</th>
              <th scope="col">{t('meetings.agenda.type')}</th>
              <th scope="col">{t('meetings.candidates.received')}</th>
              <th scope="col">{t('meetings.agenda.openActions')}</th>
              <th scope="col">
                <span className={classes.spoken}>{t('meetings.candidates.add')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate) => (
              <tr key={candidate.caseId}>
                <th scope="row">{candidate.caseReference}</th>
                <td className={classes.long}>
                  <PartyNames {...candidate} />
                </td>
                <td>{candidate.hasChildren ? t('meetings.agenda.hasChildren') : ''}</td>
                <td>
                  <StatusBadge kind={listingTypeKinds[candidate.why]} word={t(`listingType.${candidate.why}`)} />
                </td>
                <td>{candidate.receivedOn === null ? '' : format.date(candidate.receivedOn)}</td>
                <td>{candidate.openActions > 0 ? t('meetings.agenda.open', { count: candidate.openActions }) : ''}</td>
                <td className={classes.last}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('meetings.candidates.addOne', { reference: candidate.caseReference })}
                    onClick={() => onAdd(candidate)}
                  >
                    {t('meetings.candidates.add')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
