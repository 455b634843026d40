import type { Agency } from '#domain/agency.ts'
import type { ListingId } from '#domain/ids.ts'
import type { SharedFact } from '#domain/meeting.ts'
import { splitAgency } from '#domain/quick-action.ts'
import { agenciesLike } from '#domain/spoken-agency.ts'
import { CloseButton, UnstyledButton } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { type KeyboardEvent, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScrollStop } from '../../../ui/use-scroll-stop.ts'
import { focusLine, lineId } from './focus-line.ts'
import { useSaid } from './said.ts'
import { useLastInView } from './use-last-in-view.ts'
import { useLine } from './use-line.ts'
import type { Say } from './use-turns.ts'
import classes from './run.module.css'

type Props = {
  readonly listingId: ListingId
  readonly facts: readonly SharedFact[]
  readonly agencies: readonly Agency[]
  readonly say: Say
}
type Basis = SharedFact['basis']

/** What the agencies have told, each kept apart as a fact or an opinion. The line below takes `police: words`. */
export function SharedFacts({ listingId, facts, agencies, say }: Props) {
  const t = useT()
  const format = useFormat()
  const list = useMergedRef(useScrollStop(), useLastInView<HTMLUListElement>(facts.length))
  const said = useSaid()
  const line = useLine(`factLine:${listingId}`)
  const [basis, setBasis] = useState<Basis>('fact')
  const [isRefused, setRefused] = useState(false)
  const add = useApiCommand('listings.addFact')
  const remove = useApiCommand('listings.removeFact')
  const { text, setText } = line
  const head = splitAgency(text, agencies)
  const words = text.slice(head.bodyStart).trim()
  const like = text !== '' && head.colon === -1 ? agenciesLike(text, agencies).slice(0, 3) : []

  function send(): void {
    const { agency } = head
    if (agency.kind !== 'one' || words === '') {
      setRefused(text.trim() !== '')
      return
    }
    line.send(() => add.mutateAsync({ listingId, agencyId: agency.agency.id, text: words, basis }))
    setBasis('fact')
  }

  function takeAway({ agencyId, text: before, basis: as }: SharedFact, factId: number): void {
    remove.mutate(
      { factId },
      { onSuccess: () => say(t('run.fact.removed'), () => add.mutate({ listingId, agencyId, text: before, basis: as })) },
    )
    focusLine('fact')
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey && event.key.toLowerCase() === 'o') {
      event.preventDefault()
      setBasis((now) => (now === 'fact' ? 'opinion' : 'fact'))
      return
    }
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const first = like[0]
    if (event.key === 'Enter') send()
    else if (event.key === 'Tab' && !event.shiftKey && first !== undefined) setText(`${first.name}: `)
    else return
    event.preventDefault()
  }

  const hint =
    like.length > 0
      ? t('run.fact.tab', { agencies: format.list(like.map(({ name }) => name)) })
      : head.agency.kind === 'several'
        ? t('run.problem.agencyAmbiguous', { said: '', agencies: format.list(head.agency.agencies.map(({ name }) => name)) })
        : head.agency.kind === 'one'
          ? t('run.fact.understood', { agency: head.agency.agency.name, basis: t(`run.basis.${basis}`) })
          : text.trim() === ''
            ? ''
            : head.colon === -1
              ? t('run.problem.agencyMissing')
              : t('run.problem.agencyUnknown', { said: text.slice(0, head.colon).trim() })

  return (
    <section className={classes.panel} aria-labelledby="shared">
      <h3 id="shared">{t('run.facts')}</h3>
      <ul ref={list} className={classes.panelList} aria-labelledby="shared">
        {facts.map((fact) => (
          <li key={fact.id} className={classes.entry}>
            <span>
              <strong>{fact.agencyName}</strong> <span className={classes.basis}>{t(`run.basis.${fact.basis}`)}</span> {said(fact.text)}
            </span>
            <CloseButton
              size="xs"
              aria-label={t('run.fact.remove', { agency: fact.agencyName, text: fact.text.slice(0, 40) })}
              onClick={() => takeAway(fact, fact.id)}
            />
          </li>
        ))}
      </ul>
      <RefusalNotice error={line.error ?? remove.error} />
      <div className={classes.addRow}>
        <input
          id={lineId('fact')}
          className={classes.smallInput}
          aria-label={t('run.fact.label')}
          aria-describedby="fact-hint"
          aria-invalid={isRefused}
          placeholder={t('run.fact.example')}
          value={text}
          maxLength={4200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setRefused(false)
          }}
          onKeyDown={onKeyDown}
        />
        <UnstyledButton
          className={classes.basisToggle}
          aria-label={t('run.basis.toggle', { basis: t(`run.basis.${basis}`) })}
          title={t('run.key.basis')}
          onClick={() => setBasis((now) => (now === 'fact' ? 'opinion' : 'fact'))}
        >
          {t(`run.basis.${basis}`)}
        </UnstyledButton>
      </div>
      <p id="fact-hint" className={classes.hint} data-refused={isRefused || undefined}>
        {hint}
      </p>
    </section>
  )
}
