import type { ShownDestruction } from '#contract'
import { useMemo, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePagedRows } from '../../ui/row-window.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { CertificateButton } from './certificate-button.tsx'
import { OldBackups } from './old-backups.tsx'
import classes from './retention.module.css'

const everything = {}

/** What was destroyed, by reference and date; each with its certificate and the backups that may still hold it. */
export function DestroyedTab({ canExport }: { readonly canExport: boolean }) {
  const t = useT()
  const format = useFormat()
  const rows = usePagedRows('retention.destructions', everything)
  const [open, setOpen] = useState<ShownDestruction | null>(null)
  const columns = useMemo(
    (): readonly Column<ShownDestruction>[] => [
      { id: 'number', header: t('retention.destroyed.number'), width: '64px', align: 'end', cell: (row) => format.number(row.id) },
      { id: 'when', header: t('retention.destroyed.when'), width: '160px', cell: (row) => format.instant(row.at) },
      {
        id: 'what',
        header: t('retention.destroyed.what'),
        width: 'minmax(200px, 2fr)',
        cell: (row) => format.list(row.records.map(({ reference }) => reference)),
      },
      { id: 'why', header: t('retention.destroyed.why'), width: 'minmax(160px, 1fr)', cell: (row) => t(`retention.reason.${row.reason}`) },
      { id: 'by', header: t('retention.destroyed.by'), width: 'minmax(110px, 1fr)', cell: (row) => row.by },
    ],
    [t, format],
  )
  return (
    <div className={classes.tab}>
      <DataTable<ShownDestruction>
        label={t('retention.destroyed.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        chosenKey={open?.id ?? null}
        empty={<EmptyState title={t('retention.destroyed.none')} />}
      />
      {open === null ? null : (
        <SidePanel key={open.id} title={t('retention.destroyed.open', { number: format.number(open.id) })} onClose={() => setOpen(null)}>
          <div className={classes.panel}>
            <ul className={classes.list}>
              {open.records.map((record) => (
                <li key={`${record.kind} ${record.reference}`}>
                  {t('retention.destroy.what', { kind: t(`retention.kind.${record.kind}`), references: record.reference })}
                </li>
              ))}
            </ul>
            <p>{t(`retention.reason.${open.reason}`)}</p>
            <p className={classes.dim}>
              {format.instant(open.at)}, {open.by}
              {open.sweptAt === null ? ` (${t('retention.destroyed.toSweep')})` : ''}
            </p>
            {canExport ? <CertificateButton destruction={open.id} /> : null}
            <p className={classes.dim}>{t('retention.certificate.again')}</p>
            <OldBackups backups={open.oldBackups} />
          </div>
        </SidePanel>
      )}
    </div>
  )
}
