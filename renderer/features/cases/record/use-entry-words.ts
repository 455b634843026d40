import { assertNever } from '#domain/assert-never.ts'
import type { CaseDetail } from '#domain/case.ts'
import type { EntryContent } from '#domain/record/entry.ts'
import { voteResult } from '#domain/record/vote-result.ts'
import type { Vote } from '#domain/record/vote.ts'
import { type Translate, useT } from '../../../i18n/use-t.ts'
import { useSaid } from '../use-said.ts'
import { entryTexts } from './entry-text.ts'

/** What an entry is, and what it says: both obey the names toggle. */
export type EntryWords = { readonly title: string; readonly text: string }

/** Words an entry of a case for a list. */
export function useEntryWords(detail: CaseDetail): (content: EntryContent) => EntryWords {
  const t = useT()
  const said = useSaid(detail)
  return (content) => ({ title: entryTitle(content, t), text: entryTexts(content).map(said).join(' · ') })
}

/** What was voted on, and how it went. */
export function voteWords({ question, ...vote }: Pick<Vote, 'question' | 'ballots' | 'partners'>, t: Translate): string {
  const { isCarried, ...counts } = voteResult(vote)
  return t(isCarried ? 'vote.carried' : 'vote.notCarried', { question: t(`vote.question.${question}`), ...counts })
}

/** What an entry is, without a word that anybody wrote. */
export function entryTitle(content: EntryContent, t: Translate): string {
  const kind = t(`record.kind.${content.kind}`)
  switch (content.kind) {
    case 'incident':
      return t('record.titleOf', { kind, what: t(`incidentKind.${content.incident}`) })
    case 'awareness':
      return t('record.titleOf', { kind, what: t(`known.${content.heKnows}`) })
    case 'assessment':
      return t('record.titleOf', { kind, what: t(`riskTool.${content.tool}`) })
    case 'need':
      return t('record.titleOf', { kind, what: `${t(`needDomain.${content.domain}`)}, ${t(`needState.${content.state}`)}` })
    case 'chainLink':
      return t('record.titleOf', { kind: t(`linkKind.${content.link}`), what: t(`linkStanding.${content.state}`) })
    case 'measure':
      return t('record.titleOf', { kind: t(`measureKind.${content.measure}`), what: t(`measureState.${content.state}`) })
    case 'contactPoint':
      return t('record.titleOf', { kind, what: t(`met.${content.meets}`) })
    case 'vote':
      return t('record.titleOf', { kind, what: voteWords(content, t) })
    case 'voice':
    case 'note':
      return kind
    default:
      return assertNever(content)
  }
}
