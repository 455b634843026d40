import { judgePassphrase, type PassphraseVerdict } from '#domain/passphrase.ts'
import { Checkbox, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PassphraseSuggestion } from './passphrase-suggestion.tsx'
import { StrengthMeter } from './strength-meter.tsx'

/** A passphrase as it is being chosen: typed, and typed again. */
export type ChosenPassphrase = { readonly passphrase: string; readonly repeated: string }

export const noPassphrase: ChosenPassphrase = { passphrase: '', repeated: '' }

/** True where the passphrase is good enough and was typed the same twice. */
export function isChosen({ passphrase, repeated }: ChosenPassphrase, teamName = ''): boolean {
  return passphrase === repeated && judgePassphrase(passphrase, teamName).ok
}

type Props = {
  readonly label: string
  readonly value: ChosenPassphrase
  readonly onChange: (value: ChosenPassphrase) => void
  readonly teamName?: string
  readonly hasFocus?: boolean
}

/** The two fields of a new passphrase, judged as it is typed. */
export function NewPassphrase({ label, value, onChange, teamName = '', hasFocus = false }: Props) {
  const t = useT()
  const [isShown, setShown] = useState(false)
  const second = useRef<HTMLInputElement>(null)
  const { passphrase, repeated } = value
  const verdict: PassphraseVerdict = judgePassphrase(passphrase, teamName)
  const differs = repeated !== '' && !passphrase.startsWith(repeated) && passphrase !== repeated
  const common = { type: isShown ? 'text' : 'password', autoComplete: 'off', spellCheck: false } as const
  function take(suggested: string): void {
    onChange({ passphrase: suggested, repeated: '' })
    second.current?.focus()
  }

  return (
    <>
      <TextInput
        {...common}
        label={label}
        description={t('vault.passphrase.hint')}
        autoFocus={hasFocus}
        value={passphrase}
        onChange={(event) => onChange({ ...value, passphrase: event.currentTarget.value })}
      />
      <StrengthMeter isEmpty={passphrase === ''} verdict={verdict} />
      <TextInput
        {...common}
        ref={second}
        label={t('vault.passphrase.repeat')}
        value={repeated}
        error={differs ? t('vault.passphrase.differs') : null}
        onChange={(event) => onChange({ ...value, repeated: event.currentTarget.value })}
      />
      <Checkbox label={t('vault.passphrase.show')} checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
      {/* After the fields: whoever has words of her own tabs from one to the other. */}
      <PassphraseSuggestion onTake={take} />
    </>
  )
}
