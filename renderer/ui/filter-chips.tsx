import { UnstyledButton } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import classes from './filter-chips.module.css'

export type FilterChip = { readonly key: string; readonly label: string; readonly isOn: boolean; readonly onToggle: () => void }

type Props = { readonly chips: readonly FilterChip[]; readonly label?: string }

/** Filters that are on or off, each a toggle button. */
export function FilterChips({ chips, label }: Props) {
  const t = useT()
  return (
    <div role="group" aria-label={label ?? t('ui.filters')} className={classes.chips}>
      {chips.map(({ key, label: text, isOn, onToggle }) => (
        <UnstyledButton key={key} className={classes.chip} aria-pressed={isOn} onClick={onToggle}>
          <span aria-hidden>{isOn ? '✓ ' : ''}</span>
          {text}
        </UnstyledButton>
      ))}
    </div>
  )
}
