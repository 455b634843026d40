import type { SearchFound } from '#domain/search/hit.ts'
import type { QueryNote } from '#domain/search/query.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/use-format.ts'
import { type Translate, useT } from '../../i18n/use-t.ts'
import classes from './search.module.css'

type Props = {
  readonly text: string
  readonly found: SearchFound
  readonly onExact: () => void
  readonly onWord: (typed: string, word: string) => void
}

function noteWords(t: Translate, note: QueryNote): string {
  switch (note.code) {
    case 'filterUnknown':
      return t(`search.note.unknown.${note.field}`, { word: note.word })
    case 'tooManyWords':
      return t('search.note.tooManyWords', { most: note.most })
    case 'prefixTooShort':
    case 'prefixTooBroad':
      return t(`search.note.${note.code}`, { word: note.word })
    case 'quoteClosed':
    case 'onlyFilters':
    case 'onlyExcluded':
      return t(`search.note.${note.code}`)
  }
}

/** How the query was read where that is not plain: what was looked for instead, what else may have been meant, what was left out. */
export function ReadingLines({ text, found, onExact, onWord }: Props) {
  const t = useT()
  const format = useFormat()
  const { corrections, offers, notes } = found
  const instead = corrections.map(({ typed, used, how }) =>
    how === 'beginning'
      ? t('search.beginningWord', { typed })
      : t('search.correctedWord', { typed, used: format.list(used.map((word) => word.replace('*', '…'))) }),
  )
  return (
    <div className={classes.reading}>
      {instead.length === 0 ? null : (
        <p>
          {t('search.corrected', { words: format.list(instead) })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={onExact}>
            {t('search.exactly', { text })}
          </Button>
        </p>
      )}
      {offers.length === 0 ? null : (
        <p>
          {t('search.offer')}{' '}
          {offers.map(({ typed, word }) => (
            <Button key={`${typed} ${word}`} size="compact-xs" variant="subtle" onClick={() => onWord(typed, word)}>
              {word}
            </Button>
          ))}
        </p>
      )}
      {notes.map((note) => (
        <p key={JSON.stringify(note)}>{noteWords(t, note)}</p>
      ))}
    </div>
  )
}
