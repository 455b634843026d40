import type { ActionRow } from '#domain/action.ts'
import type { ListingDetail } from '#domain/meeting.ts'
import { answeredBy } from '#domain/record/answered-needs.ts'
import { type NeedDomain, needDomains } from '#domain/record/need.ts'
import { Checkbox, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import classes from './run.module.css'

type Props = { readonly action: ActionRow; readonly needs: ListingDetail['needs'] }

/** Which needs of hers an agreed action answers; the list of needs stands open for several. */
export function AnsweredNeeds({ action, needs }: Props) {
  const t = useT()
  const format = useFormat()
  const change = useApiCommand('actions.change')
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const answered = answeredBy(action.id, needs)
  const words = format.list(answered.map((need) => t(`needDomain.${need}`)))

  function toggle(need: NeedDomain): void {
    // The next one is reckoned from what the last one made.
    if (change.isPending) return
    const { id, version, agencyId, description, dueOn, isSafetyAction } = action
    const next = answered.includes(need) ? answered.filter((each) => each !== need) : [...answered, need]
    change.mutate({ id, version, agencyId, description, dueOn, isSafetyAction, needs: next })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }

  return (
    <>
      <UnstyledButton
        ref={button}
        className={classes.answers}
        aria-expanded={isOpen}
        aria-label={t(answered.length === 0 ? 'run.action.setNoNeeds' : 'run.action.setNeeds', {
          reference: action.reference,
          needs: words,
        })}
        onClick={() => setOpen((now) => !now)}
      >
        {answered.length === 0 ? t('run.action.noNeed') : t('run.action.needs', { needs: words })} <span aria-hidden>▾</span>
      </UnstyledButton>
      {isOpen ? (
        <fieldset className={classes.needs}>
          <legend className={classes.spoken}>{t('run.action.whichNeeds', { reference: action.reference })}</legend>
          {needDomains.map((need) => (
            <Checkbox
              key={need}
              size="xs"
              label={t(`needDomain.${need}`)}
              checked={answered.includes(need)}
              onChange={() => toggle(need)}
              onKeyDown={onKeyDown}
            />
          ))}
        </fieldset>
      ) : null}
      <RefusalNotice error={change.error} />
    </>
  )
}
