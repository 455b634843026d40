import type { ActionRow } from '#domain/action.ts'
import type { Agency } from '#domain/agency.ts'
import { addDays } from '#domain/dates.ts'
import type { ActionId } from '#domain/ids.ts'
import type { AgendaItem, ListingDetail, MeetingDetail } from '#domain/meeting.ts'
import { daysUnlessSaid, type QuickAction, type QuickContext, writeQuickAction } from '#domain/quick-action.ts'
import { answeredBy } from '#domain/record/answered-needs.ts'
import { marksOf, safetyOfLine } from '#domain/safety/line-safety.ts'
import { useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/use-t.ts'
import type { ActionLineProps } from './action-line.tsx'
import { focusLine } from './focus-line.ts'
import type { Say } from './use-turns.ts'

type Options = {
  readonly meeting: MeetingDetail
  readonly agencies: readonly Agency[]
  readonly listing: AgendaItem | null
  /** The actions of the case, of this meeting and before: what an action can come after. */
  readonly actions: readonly ActionRow[]
  readonly needs: ListingDetail['needs']
  readonly say: Say
}

/** The line of the case that the meeting is in: for a new action, or for one just agreed that is put right. */
export function useActionLines({ meeting, agencies, listing, actions, needs, say }: Options) {
  const t = useT()
  const { locale } = useLanguage()
  const [changed, setChanged] = useState<ActionRow | null>(null)
  const [said, setSaid] = useState<readonly string[]>([])
  const record = useApiCommand('actions.record')
  const change = useApiCommand('actions.change')
  const context: QuickContext = {
    agencies,
    on: meeting.heldOn,
    order: locale === 'en-US' ? 'monthFirst' : 'dayFirst',
    actions: actions.map(({ reference }) => reference),
  }
  // A change belongs to the case it was begun in.
  const changing = changed !== null && changed.caseId === listing?.caseId && changed.meetingId === meeting.id ? changed : null

  async function send(quick: QuickAction, text: string): Promise<void> {
    if (listing === null || quick.agency.kind !== 'one') return
    const { agency } = quick.agency
    const action = {
      agencyId: agency.id,
      description: quick.description,
      dueOn: quick.dueOn ?? addDays(meeting.heldOn, daysUnlessSaid),
      isSafetyAction: quick.isSafetyAction,
      safety: safetyOfLine(quick, { agencies, agencyId: agency.id, actions, before: changing?.safety ?? null }),
      needs: [...quick.needs],
    }
    setSaid((lines) => [...lines.filter((line) => line !== text), text])
    if (changing === null) {
      await record.mutateAsync({ listingId: listing.listingId, ...action })
      const words = { agency: agency.name, description: quick.description, reference: listing.caseReference }
      say(t(listing.outcome === 'waiting' ? 'run.action.added' : 'run.action.addedAgain', words))
    } else {
      await change.mutateAsync({ id: changing.id, version: changing.version, ...action })
      setChanged(null)
      say(t('run.action.changed', { reference: changing.reference }))
    }
  }

  const props: ActionLineProps = {
    draftKey: changing === null ? `actionLine:${listing?.listingId ?? 0}` : `actionChange:${changing.id}`,
    initial: changing === null ? '' : lineOf(changing, { agencies, actions, needs, context }),
    context,
    language: locale === 'es' ? 'es' : 'en',
    changing: changing?.reference ?? null,
    history: said,
    onSend: send,
    onCancel: () => {
      setChanged(null)
      focusLine('action')
    },
  }
  return {
    isReady: listing !== null,
    key: props.draftKey,
    props,
    changing: changing?.id ?? (null satisfies ActionId | null),
    startChange: setChanged,
  }
}

type LineKnown = Pick<Options, 'agencies' | 'actions' | 'needs'> & { readonly context: QuickContext }

function lineOf(action: ActionRow, { agencies, actions, needs, context }: LineKnown): string {
  const agency = agencies.find(({ id }) => id === action.agencyId)
  const { description, dueOn, isSafetyAction, safety } = action
  const after = actions.find(({ id }) => id === safety.after)?.reference ?? null
  return writeQuickAction(
    {
      agency: agency ?? { id: action.agencyId, name: action.agencyName, sector: 'other' },
      description,
      dueOn,
      isSafetyAction,
      marks: marksOf(safety),
      after,
      needs: answeredBy(action.id, needs),
    },
    context,
  )
}
