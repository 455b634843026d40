import type { BrokenStore } from '#contract'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useT } from '../../i18n/use-t.ts'
import { LanguageChoice } from './language-choice.tsx'
import { VaultCard } from './vault-card.tsx'
import classes from './vault.module.css'

/** The files cannot be opened: what is the matter, and what to do next. */
export function BrokenScreen({ problem }: { readonly problem: BrokenStore }) {
  const t = useT()
  const client = useQueryClient()
  return (
    <VaultCard title={t(`vault.broken.${problem}.title`)} intro={t(`vault.broken.${problem}.text`)} corner={<LanguageChoice />}>
      <div className={classes.form}>
        <div className={classes.row}>
          <Button onClick={() => void client.invalidateQueries()}>{t('vault.lookAgain')}</Button>
        </div>
      </div>
    </VaultCard>
  )
}
