import { type AuditFilter, type AuditRow, auditShownLimit } from '#domain/audit/entry.ts'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import type { ExportedLog } from '#contract'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OncePassword } from '../../ui/once-password.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { usePagedRows } from '../../ui/row-window.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { auditColumns } from './audit-columns.tsx'
import { everything, isNarrowed } from './audit-filter.ts'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import classes from './audit.module.css'
import { EntryPanel } from './entry-panel.tsx'
import { LogStanding } from './log-standing.tsx'
import { useLogCheck } from './use-log-check.ts'

/** The log: who did what and when, narrowed, checked and written out. */
export function AuditPage() {
  const t = useT()
  const format = useFormat()
  const caseField = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState<AuditFilter>(everything)
  const [settled] = useDebouncedValue(filter, 150)
  const [open, setOpen] = useState<AuditRow | null>(null)
  const [exported, setExported] = useState<ExportedLog | null>(null)
  const rows = usePagedRows(
    'audit.list',
    useMemo(() => ({ ...settled, caseReference: settled.caseReference.trim() }), [settled]),
  )
  const check = useLogCheck()
  const write = useApiCommand('audit.export', { onDone: setExported })
  const me = useApiQuery('keys.me').data
  const isBeside = open !== null
  const columns = useMemo(() => auditColumns(t, format, isBeside), [t, format, isBeside])
  useScreenKeys([
    { keys: '/', label: t('audit.key.case'), run: () => caseField.current?.focus() },
    { keys: 'v', label: t('audit.key.verify'), run: check.begin },
  ])

  return (
    <>
      <PageHeader
        title={t('audit.title')}
        detail={t('audit.intro')}
        action={
          <>
            <Button size="xs" onClick={check.begin} loading={check.standing?.kind === 'checking'}>
              {t('audit.verify')}
            </Button>
            {me?.role === 'readOnly' ? null : (
              <Button size="xs" variant="default" loading={write.isPending} onClick={() => write.mutate(settled)}>
                {t('audit.export')}
              </Button>
            )}
          </>
        }
      />
      {check.standing === undefined ? null : <LogStanding standing={check.standing} />}
      <RefusalNotice error={check.error ?? write.error} />
      {exported === null ? null : (
        <OncePassword
          text={t('audit.exported', { fileName: exported.fileName, count: exported.rows })}
          password={exported.password}
          closeLabel={t('audit.export.close')}
          onClose={() => setExported(null)}
        />
      )}
      <AuditFilterBar filter={filter} onChange={setFilter} caseRef={caseField}>
        {isNarrowed(settled) && rows.total >= auditShownLimit ? (
          <span className={classes.dim}>{t('audit.shownNewest', { limit: format.number(auditShownLimit) })}</span>
        ) : null}
      </AuditFilterBar>
      <DataTable<AuditRow>
        label={t('audit.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.seq}
        onOpen={setOpen}
        chosenKey={open?.seq ?? null}
        empty={
          <EmptyState title={t('audit.empty')}>
            <Button variant="default" onClick={() => setFilter(everything)}>
              {t('audit.clear')}
            </Button>
          </EmptyState>
        }
      />
      {open === null ? null : <EntryPanel key={open.seq} row={open} onClose={() => setOpen(null)} />}
    </>
  )
}
