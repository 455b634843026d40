import type { Salvage } from '#contract'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSecretCall } from '../../ui/use-secret-call.ts'
import { CommitRow } from './commit-row.tsx'
import classes from './restore.module.css'
import { SecretStep } from './secret-step.tsx'

type Props = { readonly onDone: () => void; readonly onLeave: () => void }

/** Saving what can be read of a damaged file: the passphrase, what was saved and lost, and only then the change. */
export function SalvageFlow({ onDone, onLeave }: Props) {
  const t = useT()
  const salvage = useSecretCall('restore.salvage')
  const [saved, setSaved] = useState<Salvage | null>(null)
  if (saved !== null) return <SalvageReport salvage={saved} onDone={onDone} onLeave={onLeave} />
  return (
    <SecretStep
      passphraseLabel={t('vault.passphrase.label')}
      action={t('restore.salvage.read')}
      working={t('restore.salvage.reading')}
      isPending={salvage.isPending}
      error={salvage.error}
      onSubmit={(secret) =>
        void salvage.run({ secret }).then((report) => {
          if (report !== undefined) setSaved(report)
        })
      }
    />
  )
}

function SalvageReport({ salvage, onDone, onLeave }: Props & { readonly salvage: Salvage }) {
  const t = useT()
  const format = useFormat()
  const touched = salvage.tables.filter(({ lost, dropped }) => lost + dropped > 0)
  return (
    <div className={classes.flow}>
      <p>
        {t('restore.salvage.saved', { count: salvage.saved })} {t('restore.salvage.lost', { count: salvage.lost })}{' '}
        {t('restore.salvage.dropped', { count: salvage.dropped })}
      </p>
      {touched.length === 0 ? null : (
        <table className={classes.table} aria-label={t('restore.salvage.table')}>
          <thead>
            <tr>
              <th scope="col">{t('restore.salvage.tableName')}</th>
              <th scope="col">{t('restore.salvage.tableSaved')}</th>
              <th scope="col">{t('restore.salvage.tableLost')}</th>
            </tr>
          </thead>
          <tbody>
            {touched.map(({ table, saved, lost, dropped }) => (
              <tr key={table}>
                <th scope="row">{table}</th>
                <td>{format.number(saved)}</td>
                <td>{format.number(lost + dropped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <CommitRow label={t('restore.salvage.commit')} hint={t('restore.commit.hint')} onDone={onDone} onLeave={onLeave} />
    </div>
  )
}
