import type { ActionId } from '../ids.ts'
import { entriesOf, type Entry, type EntryOf } from './entry.ts'
import { mostActions, type Need, type NeedDomain } from './need.ts'

/** What becomes of one need; `entry` is null for a need that nobody has said anything of yet. */
export type NeedChange = { readonly entry: EntryOf<'need'> | null; readonly content: Need }

/** The needs that an action answers, in the order in which they were recorded. */
export function answeredBy(actionId: ActionId, needs: readonly Pick<Need, 'domain' | 'actionIds'>[]): readonly NeedDomain[] {
  return needs.filter(({ actionIds }) => actionIds.includes(actionId)).map(({ domain }) => domain)
}

/**
 * What has to change in the needs of a case for an action to answer those of `wanted` and no others. A need of which nobody said anything, or which she
 * was said not to have, is open once an action answers it; one that is met stays met. A need that is no longer answered keeps its state. One that was
 * told in confidence stays linked: the meeting does not see it, and so cannot have meant it.
 */
export function needChanges(entries: readonly Entry[], actionId: ActionId, wanted: readonly NeedDomain[]): readonly NeedChange[] {
  const needs = entriesOf(entries, 'need')
  const before = answeredBy(
    actionId,
    needs.map(({ content }) => content),
  )
  const linked = [...new Set(wanted)]
    .filter((domain) => !before.includes(domain))
    .map((domain): NeedChange => {
      const entry = needs.find(({ content }) => content.domain === domain) ?? null
      if (entry === null) return { entry, content: { kind: 'need', domain, state: 'open', actionIds: [actionId], note: '' } }
      const { content } = entry
      // Room for the newest: what answered a need fifty actions ago says nothing of it any more.
      const actionIds = [...content.actionIds, actionId].slice(-mostActions)
      return { entry, content: { ...content, state: content.state === 'met' ? 'met' : 'open', actionIds } }
    })
  const unlinked = needs
    .filter(
      ({ content, provenance }) => !provenance.isPrivileged && content.actionIds.includes(actionId) && !wanted.includes(content.domain),
    )
    .map((entry): NeedChange => ({
      entry,
      content: { ...entry.content, actionIds: entry.content.actionIds.filter((id) => id !== actionId) },
    }))
  return [...linked, ...unlinked]
}
