import type { ListingId } from '#domain/ids.ts'
import type { StatedRisk } from '#domain/meeting.ts'
import { CloseButton } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScrollStop } from '../../../ui/use-scroll-stop.ts'
import { focusLine, lineId } from './focus-line.ts'
import { useSaid } from './said.ts'
import { useLastInView } from './use-last-in-view.ts'
import { useLine } from './use-line.ts'
import type { Say } from './use-turns.ts'
import classes from './run.module.css'

type Props = { readonly listingId: ListingId; readonly risks: readonly StatedRisk[]; readonly say: Say }

/** The risks as the chair sums them up, numbered, so that an action can name the one it answers. */
export function StatedRisks({ listingId, risks, say }: Props) {
  const t = useT()
  const said = useSaid()
  const list = useMergedRef(useScrollStop(), useLastInView<HTMLOListElement>(risks.length))
  const line = useLine(`riskLine:${listingId}`)
  const add = useApiCommand('listings.addRisk')
  const remove = useApiCommand('listings.removeRisk')

  return (
    <section className={classes.panel} aria-labelledby="risks">
      <h3 id="risks">{t('run.risks')}</h3>
      <ol ref={list} className={classes.panelList} aria-labelledby="risks">
        {risks.map((risk, index) => (
          <li key={risk.id} className={classes.entry}>
            <span>
              <span aria-hidden className={classes.entryNumber}>
                {index + 1}
              </span>{' '}
              {said(risk.text)}
            </span>
            <CloseButton
              size="xs"
              aria-label={t('run.risk.remove', { number: index + 1 })}
              onClick={() => {
                remove.mutate(
                  { riskId: risk.id },
                  { onSuccess: () => say(t('run.risk.removed', { number: index + 1 }), () => add.mutate({ listingId, text: risk.text })) },
                )
                focusLine('risk')
              }}
            />
          </li>
        ))}
      </ol>
      <RefusalNotice error={line.error ?? remove.error} />
      <div className={classes.addRow}>
        <input
          id={lineId('risk')}
          className={classes.smallInput}
          aria-label={t('run.risk.label')}
          placeholder={t('run.risk.example')}
          value={line.text}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => line.setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault()
            if (line.text.trim() !== '') line.send((text) => add.mutateAsync({ listingId, text }))
          }}
        />
      </div>
      <p className={classes.hint} />
    </section>
  )
}
