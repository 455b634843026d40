import type { AuditRow } from '#domain/audit/entry.ts'
import { Link } from '@tanstack/react-router'
import { entryWords, overrideWords } from '../../i18n/log-words.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Outcome } from './audit-columns.tsx'
import classes from './audit.module.css'

/** One entry in full: the sentence, and the facts as the log keeps them. */
export function EntryPanel({ row, onClose }: { readonly row: AuditRow; readonly onClose: () => void }) {
  const t = useT()
  const format = useFormat()
  const override = overrideWords(row, t)
  const caseId = Number(row.facts['caseId'] ?? Number.NaN)
  return (
    <SidePanel title={t('audit.entry', { number: format.number(row.seq) })} onClose={onClose}>
      <div className={classes.panel}>
        <p>{entryWords(row, t, format)}</p>
        {override === null ? null : <p className={classes.override}>{override}</p>}
        <dl className={classes.facts}>
          <dt>{t('audit.column.time')}</dt>
          <dd>
            {format.instant(row.at)} <span className={classes.dim}>({row.at})</span>
          </dd>
          <dt>{t('audit.column.who')}</dt>
          <dd>{row.actor === '' ? t('audit.nobody') : row.actor}</dd>
          <dt>{t('audit.column.outcome')}</dt>
          <dd>
            <Outcome outcome={row.outcome} t={t} />
          </dd>
          <dt>{t('audit.kept')}</dt>
          <dd className={classes.kept}>
            {row.operation}
            {Object.entries(row.facts).map(([name, value]) => (
              <span key={name}>
                {name}={value}
              </span>
            ))}
          </dd>
        </dl>
        {row.names.case !== null && Number.isSafeInteger(caseId) ? (
          <Link to="/cases/$caseId" params={{ caseId }}>
            {row.names.case}
          </Link>
        ) : null}
      </div>
    </SidePanel>
  )
}
