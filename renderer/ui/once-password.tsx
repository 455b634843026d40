import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../copy-text.ts'
import { useT } from '../i18n/use-t.ts'
import classes from './once-password.module.css'

type Props = {
  /** What was saved, and that this is its password. */
  readonly text: string
  readonly password: string
  readonly closeLabel: string
  readonly onClose: () => void
}

/** The password of a file that was just saved: shown once, to be written down or passed on by telephone. */
export function OncePassword({ text, password, closeLabel, onClose }: Props) {
  const t = useT()
  const [said, setSaid] = useState('')
  function copy(): void {
    void copyText(password).then((isCopied) => setSaid(t(isCopied ? 'sharing.password.copied' : 'sharing.password.copyFailed')))
  }
  return (
    <section className={classes.box} aria-label={text}>
      <p role="status">{text}</p>
      <p className={classes.words}>
        {password.split(/(?<=-)/).map((word, index) => (
          // Two words of a password may be the same.
          <span key={`${String(index)} ${word}`}>{word}</span>
        ))}
      </p>
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={copy}>
          {t('sharing.password.copy')}
        </Button>
        <Button size="xs" autoFocus onClick={onClose}>
          {closeLabel}
        </Button>
        <span role="status" className={classes.said}>
          {said}
        </span>
      </div>
    </section>
  )
}
