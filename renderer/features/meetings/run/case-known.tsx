import { assertNever } from '#domain/assert-never.ts'
import type { ListingDetail } from '#domain/meeting.ts'
import { criterionNames } from '#domain/referral.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import { repeatWords } from '../../../i18n/repeat-words.ts'
import { riskWords } from '../../../i18n/risk-words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { type Translate, useT } from '../../../i18n/use-t.ts'
import { useNames } from '../../../ui/names.ts'
import { ChainFacts } from './chain-facts.tsx'
import classes from './run.module.css'
import { useSaid } from './said.ts'
import { VoiceFacts } from './voice-facts.tsx'

/** What the team knows before anybody speaks: the danger, how she may be reached, her voice, the chain of response, what the referral says. */
export function CaseKnown({ listing }: { readonly listing: ListingDetail }) {
  const t = useT()
  const format = useFormat()
  const { risk, repeat, safeContact } = listing
  const said = useSaid()
  const { areShown } = useNames()
  // How she is reached, and a story that names more people than are known, go with the names.
  const hidden = (words: string) => (areShown ? words : t('case.detailHidden'))
  const criteria = criterionNames.filter((name) => listing.criteria.includes(name)).map((name) => t(`criterion.${name}`))
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('run.danger')}</dt>
        <dd>
          {risk === null && !listing.isHigh ? (
            <span className={classes.quiet}>{t('run.noScore')}</span>
          ) : (
            <strong className={listing.isHigh ? classes.high : undefined}>
              {listing.isHigh ? <span aria-hidden>▲ </span> : null}
              {risk === null
                ? t('danger.level.high')
                : risk.assessedOn === null
                  ? riskWords(risk, t)
                  : t('run.scoreOn', { score: riskWords(risk, t), date: format.date(risk.assessedOn) })}
            </strong>
          )}
          {criteria.length > 0 ? <span>{format.list(criteria)}</span> : null}
          {listing.relationship === '' ? null : <span>{said(listing.relationship)}</span>}
          {repeat.kind === 'first' ? null : (
            <span className={repeat.kind === 'repeat' ? classes.high : undefined}>
              <span aria-hidden>{repeat.kind === 'repeat' ? '▲ ' : ''}</span>
              {repeatWords(repeat, t, format)}
            </span>
          )}
          {listing.lacksAcceptance ? <span className={classes.high}>{t('run.notAccepted')}</span> : null}
          {listing.judgementReason === '' || !listing.criteria.includes('professionalJudgement') ? null : (
            <span>{t('run.judgement', { reason: said(listing.judgementReason) })}</span>
          )}
        </dd>
      </div>
      <div className={safeContact.kind === 'doNotContact' ? classes.doNotContact : undefined}>
        <dt>{t('safeContact.title')}</dt>
        <dd>
          <strong>
            {safeContact.kind === 'doNotContact' ? <span aria-hidden>✕ </span> : null}
            {contactWords(safeContact, t, hidden)}
          </strong>
          {safeContact.kind === 'direct' && safeContact.when !== '' ? (
            <span>{t('safeContact.whenSafe', { when: hidden(safeContact.when) })}</span>
          ) : null}
          {safeContact.kind === 'direct' ? (
            <span>{t(safeContact.mayLeaveMessage ? 'safeContact.mayLeaveMessage' : 'safeContact.noMessage')}</span>
          ) : null}
          {safeContact.note === '' ? null : <span>{hidden(safeContact.note)}</span>}
        </dd>
      </div>
      <VoiceFacts voice={listing.voice} findings={listing.findings} />
      <ChainFacts chain={listing.chain} />
      {listing.summary === '' ? null : (
        <div>
          <dt>{t('run.referralSays')}</dt>
          <dd className={classes.summary}>{hidden(listing.summary)}</dd>
        </div>
      )}
    </dl>
  )
}

function contactWords(contact: SafeContact, t: Translate, said: (words: string) => string): string {
  switch (contact.kind) {
    case 'doNotContact':
      return t('safeContact.doNotContact')
    case 'onlyThrough':
      return t('safeContact.through', { who: said(contact.who) })
    case 'direct':
      return t('safeContact.directly', { how: said(contact.how) })
    default:
      return assertNever(contact)
  }
}
