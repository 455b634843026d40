import { PasswordInput } from '@mantine/core'
import { useApiQuery } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'

type Props = { readonly value: string; readonly onChange: (value: string) => void; readonly hasFocus?: boolean }

/** What opened the records, once more: nobody changes the keys at a window that was left open. */
export function CurrentSecret({ value, onChange, hasFocus = false }: Props) {
  const t = useT()
  const openedWith = useApiQuery('keys.me').data?.openedWith ?? 'passphrase'
  return (
    <PasswordInput
      label={t(`keys.current.${openedWith}`)}
      description={t('keys.current.hint')}
      autoComplete="off"
      spellCheck={false}
      autoFocus={hasFocus}
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('vault.passphrase.show') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
