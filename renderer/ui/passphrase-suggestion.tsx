import { suggestedPassphrase, suggestionBytes } from '#domain/passphrase-suggestion.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import classes from './passphrase-suggestion.module.css'

type Props = {
  /** The person wants these words: they go into the first field, the second is for her to type. */
  readonly onTake: (passphrase: string) => void
}

/** Made in the page, where a passphrase is typed as well: it goes nowhere that a typed one does not go. */
const another = (): string => suggestedPassphrase(crypto.getRandomValues(new Uint8Array(suggestionBytes)))

/** Offers six words made by chance. They are shown only when asked for, and taken only when asked for. */
export function PassphraseSuggestion({ onTake }: Props) {
  const t = useT()
  const [words, setWords] = useState<string | null>(null)
  const [isTaken, setTaken] = useState(false)

  function show(): void {
    setWords(another())
    setTaken(false)
  }

  if (words === null) {
    return (
      <div>
        <Button size="xs" variant="default" onClick={show}>
          {t('passphrase.suggest')}
        </Button>
      </div>
    )
  }
  return (
    <section className={classes.box} aria-label={t('passphrase.suggested')}>
      <p className={classes.words} role="status" data-suggestion translate="no">
        {words.split(' ').map((word, index) => (
          // Two words may be the same.
          <span key={`${String(index)} ${word}`}>{word} </span>
        ))}
      </p>
      <p className={classes.small}>{t('passphrase.suggestedHint')}</p>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          autoFocus
          onClick={() => {
            setTaken(true)
            onTake(words)
          }}
        >
          {t('passphrase.take')}
        </Button>
        <Button size="xs" variant="default" onClick={show}>
          {t('passphrase.another')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setWords(null)}>
          {t('passphrase.hide')}
        </Button>
        <span role="status" className={classes.small}>
          {isTaken ? t('passphrase.taken') : ''}
        </span>
      </div>
    </section>
  )
}
