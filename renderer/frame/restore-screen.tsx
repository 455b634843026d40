import type { RecordsHistory } from '#contract'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { OlderRecords } from '../features/restore/older-records.tsx'
import { RestoreFlow } from '../features/restore/restore-flow.tsx'
import { SalvageFlow } from '../features/restore/salvage-flow.tsx'
import { VaultCard } from '../features/vault/vault-card.tsx'
import { useT } from '../i18n/use-t.ts'

export type RestoreWay = 'backup' | 'salvage'

type Props = { readonly way: RestoreWay; readonly onEnd: () => void }

/** Restoring at the lock, before the first run, or where the files cannot be opened. */
export function RestoreScreen({ way, onEnd }: Props) {
  const t = useT()
  const client = useQueryClient()
  const [isDone, setDone] = useState(false)
  const end = () => {
    onEnd()
    void client.invalidateQueries()
  }
  if (isDone) {
    return (
      <VaultCard title={t('restore.done.title')} intro={t('restore.done.text')}>
        <Button mt={24} onClick={end}>
          {t('restore.done.unlock')}
        </Button>
      </VaultCard>
    )
  }
  const Flow = way === 'backup' ? RestoreFlow : SalvageFlow
  return (
    <VaultCard
      title={t(way === 'backup' ? 'restore.title' : 'restore.salvage.title')}
      intro={t(way === 'backup' ? 'restore.intro' : 'restore.salvage.intro')}
      corner={
        <Button variant="default" size="xs" onClick={end}>
          {t('restore.back')}
        </Button>
      }
    >
      <Flow onDone={() => setDone(true)} onLeave={end} />
    </VaultCard>
  )
}

type OlderProps = {
  readonly history: Extract<RecordsHistory, { readonly kind: 'older' | 'otherHistory' }>
  readonly onRestore: () => void
}

/** Stands before everything else while it is not decided what is to become of an older file that was put back. */
export function OlderScreen({ history, onRestore }: OlderProps) {
  const t = useT()
  return (
    <VaultCard title={t('older.title')}>
      <OlderRecords history={history} onRestore={onRestore} />
    </VaultCard>
  )
}
