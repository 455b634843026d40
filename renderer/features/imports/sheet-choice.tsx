import type { ImportReview } from '#contract'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import classes from './imports.module.css'

type Props = {
  readonly sheet: ImportReview['sheet']
  readonly isBusy: boolean
  /** Null where the workbook is no longer at hand. */
  readonly onChoose: ((sheet: string) => void) | null
}

/** Which sheet of a workbook is being imported, and the others to read instead; nothing where there is one alone. */
export function SheetChoice({ sheet, isBusy, onChoose }: Props) {
  const t = useT()
  if (sheet === null) return null
  if (onChoose === null) return <p className={classes.dim}>{t('imports.sheet.again', { sheet: sheet.name })}</p>
  return (
    <NativeSelect
      label={t('imports.sheet')}
      description={t('imports.sheet.hint', { count: sheet.all.length })}
      value={sheet.name}
      data={[...sheet.all]}
      disabled={isBusy}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  )
}
