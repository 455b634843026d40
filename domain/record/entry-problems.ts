import { assertNever } from '../assert-never.ts'
import { assessmentProblems } from '../risk/assessment-problems.ts'
import type { IsoDate } from '../dates.ts'
import type { EntryId } from '../ids.ts'
import type { FieldProblem } from '../refusal.ts'
import { entriesOf, type Entry, type EntryContent, type EntryDraft } from './entry.ts'

type Day = { readonly path: string; readonly day: IsoDate | null }

/** The days of things that have happened, and so cannot lie ahead. What is planned may. */
function pastDaysOf(content: EntryContent): readonly Day[] {
  switch (content.kind) {
    case 'voice':
    case 'awareness':
    case 'vote':
    case 'note':
      return [{ path: 'on', day: content.on }]
    case 'incident':
      return [
        { path: 'on', day: content.on },
        { path: 'identifiedOn', day: content.identifiedOn },
      ]
    case 'assessment':
      return [{ path: 'completedOn', day: content.completedOn }]
    case 'contactPoint':
      return [{ path: 'lastOn', day: content.lastOn }]
    case 'chainLink':
      return [
        { path: 'on', day: content.state === 'done' ? content.on : null },
        { path: 'heldSince', day: content.heldSince },
      ]
    case 'measure':
      return content.violations.map(({ on }, index) => ({ path: `violations.${index}.on`, day: on }))
    case 'need':
      return []
    default:
      return assertNever(content)
  }
}

/** Whether a link that depends on `dependsOn` would, by way of the other links, depend on itself. */
export function makesCycle(id: EntryId | null, dependsOn: EntryId | null, others: readonly Entry[]): boolean {
  if (id === null) return false
  const next = new Map(entriesOf(others, 'chainLink').map((link) => [link.id, link.content.dependsOn]))
  const seen = new Set<EntryId>([id])
  for (let at = dependsOn; at !== null; at = next.get(at) ?? null) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** What an entry may not be beside the others of its case: a link of a circle, the second need of one domain, a vote in which one agency has two voices. */
function problemsAmong(draft: Pick<EntryDraft, 'id' | 'content'>, entries: readonly Entry[]): readonly FieldProblem[] {
  const { id, content } = draft
  const others = entries.filter((entry) => entry.id !== id)
  const wrong = (path: string): readonly FieldProblem[] => [{ path: `content.${path}`, problem: 'notAllowed' }]
  const before = entries.find((entry) => entry.id === id)
  if (before && before.content.kind !== content.kind) return wrong('kind')
  switch (content.kind) {
    case 'chainLink': {
      const { dependsOn } = content
      const isLink = dependsOn === null || entriesOf(others, 'chainLink').some((link) => link.id === dependsOn)
      return isLink && !makesCycle(id, dependsOn, others) ? [] : wrong('dependsOn')
    }
    case 'need':
      return entriesOf(others, 'need').some((need) => need.content.domain === content.domain) ? wrong('domain') : []
    case 'vote':
      return new Set(content.ballots.map(({ agencyId }) => agencyId)).size === content.ballots.length ? [] : wrong('ballots')
    case 'incident':
      return content.identifiedOn !== null && content.identifiedOn < content.on ? wrong('identifiedOn') : []
    case 'assessment':
      return assessmentProblems(content).map(({ path, problem }) => ({ path: `content.${path}`, problem }))
    case 'voice':
    case 'contactPoint':
    case 'measure':
    case 'awareness':
    case 'note':
      return []
    default:
      return assertNever(content)
  }
}

/**
 * What is wrong with an entry that is to be saved on a day, among the entries that its case has already; empty where it may be saved. Paths are those
 * of an `EntryDraft`. Whether what it names by id is there is asked elsewhere (`referencesOf`).
 */
export function entryProblems(
  draft: Pick<EntryDraft, 'id' | 'content' | 'provenance'>,
  entries: readonly Entry[],
  today: IsoDate,
): readonly FieldProblem[] {
  const days: readonly Day[] = [
    ...pastDaysOf(draft.content).map(({ path, day }) => ({ path: `content.${path}`, day })),
    { path: 'provenance.saidOn', day: draft.provenance.saidOn },
  ]
  const ahead = days.filter(({ day }) => day !== null && day > today).map(({ path }): FieldProblem => ({ path, problem: 'futureDate' }))
  return [...ahead, ...problemsAmong(draft, entries)]
}
