import { z } from 'zod'
import type { IsoInstant } from '../dates.ts'
import type { FieldProblem } from '../refusal.ts'
import { RiskTool } from '../risk-tool.ts'
import { line } from '../text.ts'
import { definitionOf } from './definitions.ts'

export const WordedVersion = z.strictObject({ tool: RiskTool, version: line(40) })
export type WordedVersion = z.infer<typeof WordedVersion>

/** The words of a tool's items as a licensed team pastes them; the tools' own wording is not ours to ship (domain.md 5.5). */
export const WordingDraft = WordedVersion.extend({
  /** By the topics of the items. What is left out keeps our label. */
  items: z.record(z.string().max(40), line(1000)),
  /** The team says that it may use the wording: nothing is kept without it. */
  isLicensed: z.literal(true, { error: 'required' }),
  /** By whose permission or under which licence. */
  permission: line(400),
})
export type WordingDraft = z.infer<typeof WordingDraft>

/** Wording as it is kept: on this computer and in its backups, and in no export. */
export type Wording = WordedVersion & {
  readonly items: Readonly<Record<string, string>>
  readonly permission: string
  readonly savedAt: IsoInstant
  readonly savedBy: string
}

/** One kept wording as a list of them shows it: how many questions, by whom and under what, without the questions. */
export type WordingBrief = Omit<Wording, 'items'> & { readonly count: number }

/** What is wrong with pasted wording: a version that we do not know item by item, words for an item that it has not, no words at all. */
export function wordingProblems({ tool, version, items }: Pick<WordingDraft, 'tool' | 'version' | 'items'>): readonly FieldProblem[] {
  const definition = definitionOf(tool, version)
  if (definition === null || definition.items.length === 0) return [{ path: 'version', problem: 'notAllowed' }]
  if (Object.keys(items).length === 0) return [{ path: 'items', problem: 'required' }]
  const topics = new Set<string>(definition.items.map(({ topic }) => topic))
  return Object.keys(items).flatMap((topic): FieldProblem[] =>
    topics.has(topic) ? [] : [{ path: `items.${topic}`, problem: 'notAllowed' }],
  )
}

/** The lines of a pasted text as words for the items in their order: empty lines are passed over, and a number before the words is left out. */
export function linesOfItems(pasted: string): readonly string[] {
  return pasted
    .split(/\r?\n/u)
    .map((each) => each.replace(/^\s*(?:\d{1,2}\s?[a-z]?\s*[.):]|[-•*])\s*/iu, '').trim())
    .filter((each) => each !== '')
}
