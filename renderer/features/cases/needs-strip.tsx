import { contactMap } from '#domain/record/contact-map.ts'
import { type NeedStanding, needsOf } from '#domain/record/needs-state.ts'
import { UnstyledButton } from '@mantine/core'
import type { ActionRow } from '#domain/action.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/today.ts'
import classes from './case.module.css'
import { useEntryEditor } from './record/entry-editor.ts'
import { useAgencyName } from './record/use-agency-name.ts'
import type { CaseTabProps } from './tabs/case-tab.ts'

const shapes = { met: '✓', open: '●', none: '–', unknown: '?' } as const
const shownContacts = 3

/** What she needs, domain by domain, and which agencies met her last. */
export function NeedsStrip({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  const needs = needsOf(record.entries, detail.actions)
  const known = needs.filter(({ state }) => state !== 'unknown' && state !== 'none')
  const asked = needs.filter(({ state }) => state !== 'unknown').length
  return (
    <section aria-label={t('strip.needs')} className={classes.strip}>
      <h2 className={classes.stripTitle}>{t('strip.needs')}</h2>
      {asked === 0 ? <p className={classes.dim}>{t('strip.needs.none')}</p> : null}
      <ul className={classes.steps} data-plain>
        {known.map((need) => (
          <li key={need.domain}>
            <NeedButton
              need={need}
              onOpen={() => (need.entry === null ? editor.add('need', { domain: need.domain }) : editor.open(need.entry))}
            />
          </li>
        ))}
        {asked > 0 && asked < needs.length ? (
          <li className={classes.dim}>{t('strip.needs.unknown', { count: needs.length - asked })}</li>
        ) : null}
      </ul>
      <Contacts record={record} detail={detail} />
    </section>
  )
}

function NeedButton({ need, onOpen }: { readonly need: NeedStanding<ActionRow>; readonly onOpen: () => void }) {
  const t = useT()
  const { domain, state, isUnanswered } = need
  return (
    <UnstyledButton
      className={classes.step}
      data-standing={isUnanswered ? 'broken' : state === 'open' ? 'waiting' : 'done'}
      onClick={onOpen}
    >
      <span aria-hidden>{isUnanswered ? '▲' : shapes[state]} </span>
      {t('strip.need', { domain: t(`needDomain.${domain}`), state: isUnanswered ? t('strip.needs.noAction') : t(`needState.${state}`) })}
    </UnstyledButton>
  )
}

/** Who met her or the child last, the latest first. */
function Contacts({ record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const nameOf = useAgencyName()
  const rows = contactMap(record.entries, today()).filter(({ victim, child }) => victim !== null || child !== null)
  if (rows.length === 0) return null
  const words = rows.slice(0, shownContacts).map(({ agencyId, victim, child }) => {
    const contact = victim ?? child
    const often = contact?.entries[0]?.content.often ?? ''
    const when = contact?.daysAgo === null || contact === null ? often : format.daysFromToday(-contact.daysAgo)
    return when === '' ? nameOf(agencyId) : t('strip.contact', { agency: nameOf(agencyId), when })
  })
  return (
    <p className={`${classes.stripAside} ${classes.extra}`}>
      <span className={classes.dim}>{t('strip.contacts')}</span> {words.join(', ')}
      {rows.length > shownContacts ? ` +${rows.length - shownContacts}` : ''}
    </p>
  )
}
