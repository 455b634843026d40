import type { IsoDate } from '#domain/dates.ts'
import { TextInput } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { useHeldSubmit } from './held-submit.ts'
import { today } from './today.ts'
import { readTypedDate, type TypedDateProblem } from './typed-date.ts'

type Props = {
  /** For a link to the field. */
  readonly id?: string
  readonly label: string
  /** Empty while there is none. */
  readonly value: IsoDate | null
  readonly onChange: (date: IsoDate | null) => void
  readonly error?: ReactNode
  readonly isRequired?: boolean
  readonly min?: IsoDate
  readonly max?: IsoDate
  /** How `85` is meant: see `readDate`. */
  readonly twoDigitYears?: 'birth' | 'recent'
}

type Typed = { readonly text: string; readonly meant: IsoDate | null }

/**
 * A calendar date, typed in the order of the team's language whatever the computer's is, and said back in words. Gives null while it cannot be
 * read; then the text stays, its form is not sent, and what is wrong is said once the field has been left.
 */
export function DateField({ id, label, value, onChange, error, isRequired = false, min, max, twoDigitYears = 'recent' }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [isLeft, setLeft] = useState(true)
  const read = (text: string) =>
    readTypedDate(text, {
      locale,
      twoDigitYears,
      today: today(),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    })

  // A value that came from elsewhere, such as a restored draft, stands before what was typed.
  const own = typed !== null && typed.meant === value ? typed.text : null
  const text = own ?? (value === null ? '' : format.date(value))
  const found = read(own ?? value ?? '')
  const problem = found.kind === 'nothing' ? null : found.problem
  useHeldSubmit(input, problem !== null, () => {
    setLeft(true)
    input.current?.focus()
    input.current?.scrollIntoView({ block: 'center' })
  })

  function problemWords({ code, suggestion }: TypedDateProblem): string {
    const example = format.date(suggestion ?? today())
    return code === 'futureDate'
      ? t('dateField.futureDate', { latest: format.date(max ?? today()) })
      : code === 'tooOldDate'
        ? t('dateField.tooOldDate', { earliest: format.date(min ?? today()) })
        : t(`dateField.${code}`, { example })
  }

  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      ref={input}
      label={label}
      placeholder={t('dateField.placeholder')}
      autoComplete="off"
      spellCheck={false}
      value={text}
      data-unread={problem !== null || undefined}
      error={(isLeft && problem !== null ? problemWords(problem) : null) ?? error}
      description={found.kind === 'date' ? format.dayInFull(found.date) : null}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      required={isRequired}
      withAsterisk={isRequired}
      onChange={(event) => {
        const { value: now } = event.currentTarget
        const next = read(now)
        const meant = next.kind === 'date' ? next.date : null
        setTyped({ text: now, meant })
        // Once it is right, the next fault waits again for the field to be left.
        if (next.kind === 'nothing' || (next.kind === 'date' && next.problem === null)) setLeft(false)
        if (meant !== value) onChange(meant)
      }}
      onFocus={() => setLeft(problem !== null && isLeft)}
      onBlur={() => {
        setLeft(true)
        if (value !== null) setTyped(null)
      }}
    />
  )
}
