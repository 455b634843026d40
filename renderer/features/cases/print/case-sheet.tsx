import { initials } from '#domain/person.ts'
import { chainOf } from '#domain/record/chain-state.ts'
import { withoutPrivileged } from '#domain/record/entry.ts'
import { heldVoice } from '#domain/record/held-voice.ts'
import { needsOf } from '#domain/record/needs-state.ts'
import { riskSummary } from '#domain/risk/risk-summary.ts'
import { criterionNames } from '#domain/referral.ts'
import { useMemo } from 'react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { PrintedSheet } from '../../../ui/printed-sheet.tsx'
import { today } from '../../../ui/today.ts'
import { useStaleDays } from '../use-stale-days.ts'
import { discreetText } from '../../../ui/discreet-text.ts'
import { dueLines } from '../due-lines.ts'
import { useDueWords } from '../use-due-words.ts'
import { useRiskHeadline } from '../use-risk-headline.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import classes from './print.module.css'

/**
 * The one page of a case as it goes on paper: initials, no address, no telephone, nothing privileged and not how she is reached; what is written of
 * the case without what says who its people are. Across it stand the day and why it was printed.
 */
export function CaseSheet({ detail, record, reason }: CaseTabProps & { readonly reason: string }) {
  const t = useT()
  const format = useFormat()
  const discreet = useMemo(() => discreetText(detail, today()), [detail])
  const dueWords = useDueWords()
  const voice = heldVoice(record.entries)
  const staleDays = useStaleDays()
  const headline = useRiskHeadline()
  const criteria = detail.referrals[0]?.criteria
  const open = withoutPrivileged(record.entries)
  const summary = riskSummary({ entries: open, referrals: detail.referrals, today: today(), staleDays })
  const standing = riskSummary({ entries: record.entries, referrals: detail.referrals, today: today(), staleDays })
  const isNewerHeldBack = standing?.entryId !== summary?.entryId
  const steps = chainOf(open, today()).filter(({ standing }) => standing !== 'dropped')
  const needs = needsOf(open, detail.actions).filter(({ state }) => state === 'open' || state === 'met')
  return (
    <PrintedSheet>
      <p className={classes.watermark}>{t('print.mark', { date: format.dayInFull(today()) })}</p>
      <h1>{detail.reference}</h1>
      <p>
        {initials(detail.victim.name)} / {initials(detail.perpetrator.name)} · {t(`caseState.${detail.state}`)}
      </p>
      <h2>{t('case.danger')}</h2>
      {/* As in the meeting: how high it stands says nothing of what was told in confidence. */}
      <p>
        {[
          summary === null ? (isNewerHeldBack ? null : t('case.noRisk')) : headline(summary),
          standing === null || standing.level === null ? null : t(`danger.level.${standing.level}`),
        ]
          .filter((words) => words !== null)
          .join(' · ')}
      </p>
      {isNewerHeldBack ? <p>{t('print.newestPrivileged')}</p> : null}
      {criteria === undefined ? null : (
        <p>{format.list(criterionNames.filter((name) => criteria[name]).map((name) => t(`criterion.${name}`)))}</p>
      )}
      <h2>{t('voice.title')}</h2>
      {voice === null ? <p>{t('voice.gap.neverAsked')}</p> : null}
      {voice === null
        ? null
        : (['wants', 'fears'] as const).map((part) => (
            <p key={part}>
              {t(`voice.short.${part}`)}:{' '}
              {voice.from[part]?.provenance.isPrivileged === true ? t('print.privileged') : discreet(voice.content[part])}
            </p>
          ))}
      <h2>{t('due.title')}</h2>
      <ul>
        {dueLines(detail, open, today()).map((line, index) => (
          <li key={index}>
            {format.date(line.on)} {discreet(dueWords(line))}
          </li>
        ))}
      </ul>
      <h2>{t('chain.links')}</h2>
      <ul>
        {steps.map(({ link, standing }) => (
          <li key={link.id}>
            {t(`linkKind.${link.content.link}`)}: {t(`linkStanding.${standing}`)}
            {link.content.on === null ? '' : `, ${format.date(link.content.on)}`}
          </li>
        ))}
      </ul>
      <h2>{t('needs.title')}</h2>
      <p>{format.list(needs.map(({ domain, state }) => `${t(`needDomain.${domain}`)}: ${t(`needState.${state}`)}`))}</p>
      <p className={classes.reason}>{t('print.why', { reason, date: format.dayInFull(today()) })}</p>
    </PrintedSheet>
  )
}
