import { initials } from '#domain/person.ts'
import type { SearchHit } from '#domain/search/hit.ts'
import { Link } from '@tanstack/react-router'
import { memo, useMemo } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { discreetText } from '../../ui/discreet-text.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import { RestrictedMark } from '../../ui/restricted-mark.tsx'
import { today } from '../../ui/today.ts'
import { placeOf } from './hit-place.ts'
import { directionOf, moveFocus } from './move-focus.ts'
import classes from './search.module.css'

const named = (name: string) => ({ name, dateOfBirth: null, address: '', phone: '' })

/** The words round what was found, matches marked; while names are hidden without what says who the people of the case are. */
function Words({ hit }: { readonly hit: SearchHit }) {
  const t = useT()
  const { areShown } = useNames()
  const { victimName, perpetratorName, snippet, kind, source, isRestricted } = hit
  const discreet = useMemo(
    () => discreetText({ victim: named(victimName), perpetrator: named(perpetratorName), children: [] }, today()),
    [victimName, perpetratorName],
  )
  if (!areShown) {
    // What is known of a person is nothing but what says who they are.
    if (isRestricted) return null
    if (kind === 'person' || source === 'case') return <>{t('search.hidden')}</>
    return <>{discreet(snippet.map(({ text }) => text).join(''))}</>
  }
  return (
    <>
      {snippet.map(({ text, isMatch }, index) =>
        // The parts of one text, in its order: their place is what they are.
        isMatch ? (
          <mark key={index} className={classes.mark}>
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </>
  )
}

/** One thing that was found: what it is, whose, when, and the words it was found by. */
export const HitRow = memo(function HitRow({ hit, onBack }: { readonly hit: SearchHit; readonly onBack: () => void }) {
  const t = useT()
  const format = useFormat()
  const { areShown } = useNames()
  const kind =
    hit.source !== 'entry'
      ? t(`search.source.${hit.source}`)
      : hit.entryKind === null
        ? t('search.kind.entry')
        : t(`record.kind.${hit.entryKind}`)
  const title = hit.kind === 'person' && !areShown ? initials(hit.title) : hit.title
  return (
    <li>
      <Link
        {...placeOf(hit)}
        className={classes.hit}
        data-hit
        onKeyDown={(event) => {
          const to = directionOf(event.key)
          if (to === null) return
          event.preventDefault()
          if (!moveFocus(event.currentTarget.closest('ol'), to) && to === 'previous') onBack()
        }}
      >
        <span className={classes.kind}>{kind}</span>
        <span className={classes.body}>
          <span className={classes.head}>
            {title === '' ? null : <strong>{title}</strong>}
            {hit.reference === '' ? null : (
              <span className={classes.case}>
                {hit.reference} ·{' '}
                {hit.isRestricted ? (
                  <RestrictedMark />
                ) : (
                  <>
                    <PersonName name={hit.victimName} /> / <PersonName name={hit.perpetratorName} />
                  </>
                )}
              </span>
            )}
          </span>
          <span className={classes.words}>
            <Words hit={hit} />
          </span>
        </span>
        <span className={classes.day}>{hit.on === null ? '' : format.date(hit.on)}</span>
      </Link>
    </li>
  )
})
