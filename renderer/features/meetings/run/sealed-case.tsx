import type { AgencyId, ListingId } from '#domain/ids.ts'
import type { Refusal } from '#domain/refusal.ts'
import { Button, Checkbox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useSeatWords } from '../use-seat-words.ts'
import { focusLine } from './focus-line.ts'
import classes from './run.module.css'

type Props = { readonly listingId: ListingId; readonly seal: Extract<Refusal, { readonly code: 'caseSealed' }> }

/** In the place of a case that must not be open: who has to leave first, and the second confirmation that opens it for this meeting. */
export function SealedCase({ listingId, seal }: Props) {
  const t = useT()
  const seatWords = useSeatWords()
  const form = useRef<HTMLFormElement>(null)
  const [left, setLeft] = useState<ReadonlySet<AgencyId>>(new Set())
  const open = useApiCommand('listings.unseal', { onDone: () => focusLine('action') })
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), [])

  function toggle(agencyId: AgencyId, hasLeft: boolean): void {
    setLeft((now) => new Set(hasLeft ? [...now, agencyId] : [...now].filter((id) => id !== agencyId)))
  }

  return (
    <form
      ref={form}
      className={classes.sealed}
      aria-labelledby="sealed"
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate({ listingId, haveLeft: [...left] })
      }}
    >
      <h3 id="sealed">
        <span aria-hidden>▲ </span>
        {t(seal.isRestricted ? 'conflicts.sealed.restricted' : 'conflicts.sealed.conflict', { reference: seal.reference })}
      </h3>
      {seal.mustLeave.length === 0 ? (
        <p>{t('conflicts.sealed.look')}</p>
      ) : (
        <fieldset className={classes.sealedWho}>
          <legend>{t('conflicts.sealed.who')}</legend>
          {seal.mustLeave.map((seat) => (
            <Checkbox
              key={seat.agencyId}
              label={t('conflicts.sealed.hasLeft', { who: seatWords(seat) })}
              checked={left.has(seat.agencyId)}
              onChange={(event) => toggle(seat.agencyId, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
      <p className={classes.quiet}>{t('conflicts.sealed.kept')}</p>
      <RefusalNotice error={open.error} />
      <div>
        <Button type="submit" loading={open.isPending}>
          {t('conflicts.sealed.open')}
        </Button>
      </div>
    </form>
  )
}
