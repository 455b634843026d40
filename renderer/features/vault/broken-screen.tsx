import type { BrokenStore } from '#contract'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n/use-t.ts'
import { LanguageChoice } from './language-choice.tsx'
import { VaultCard } from './vault-card.tsx'
import classes from './vault.module.css'

type Props = { readonly problem: BrokenStore; readonly onRestore: () => void }

/** The files cannot be opened: what is the matter, and what to do next. */
export function BrokenScreen({ problem, onRestore }: Props) {
  const t = useT()
  const client = useQueryClient()
  return (
    <VaultCard title={t(`vault.broken.${problem}.title`)} intro={t(`vault.broken.${problem}.text`)} corner={<LanguageChoice />}>
      <div className={classes.form}>
        <div className={classes.row}>
          <Button onClick={() => void client.invalidateQueries()}>{t('vault.lookAgain')}</Button>
          <Button variant="default" onClick={onRestore}>
            {t('restore.link')}
          </Button>
        </div>
      </div>
    </VaultCard>
  )
}
