import type { IsoDate } from '#domain/dates.ts'
import { fieldProblems } from '#domain/field-problems.ts'
import type { CaseId } from '#domain/ids.ts'
import { type Entry, type EntryContent, EntryDraft, type EntryKind } from '#domain/record/entry.ts'
import type { Provenance } from '#domain/record/provenance.ts'
import type { FieldProblem } from '#domain/refusal.ts'
import { z } from 'zod'

/** A thing as it stands in a form while it is being typed: a day, a number or an agency may still be missing. */
export type FormOf<T> = T extends IsoDate | number
  ? T | null
  : T extends string | boolean | null
    ? T
    : T extends readonly (infer Each)[]
      ? readonly FormOf<Each>[]
      : { readonly [Key in keyof T]: FormOf<T[Key]> }

/** The content of an entry of one kind, as typed. */
export type ContentForm<Kind extends EntryKind = EntryKind> = FormOf<Extract<EntryContent, { kind: Kind }>>

/** A form with some of its fields changed; the part is of the same kind. */
export function withPart(content: ContentForm, part: Partial<ContentForm>): ContentForm {
  // Both are of one kind: the compiler loses that over the union.
  return { ...content, ...part } as ContentForm
}

export type EntryForm = { readonly content: ContentForm; readonly provenance: Provenance }

/** What a form can do for a new entry before anything was typed. */
export const ownProvenance: Provenance = { saidBy: null, saidOn: null, basis: 'fact', isPrivileged: false }

export function entryForm({ content, provenance }: Pick<Entry, 'content' | 'provenance'>): EntryForm {
  return { content, provenance }
}

/** Where an entry stands in the record; `id` is null and `version` 0 while it does not. */
export type EntryPlace = { readonly caseId: CaseId; readonly id: Entry['id'] | null; readonly version: number }

/** The draft that a form makes, or what it still lacks by the field's path inside the content or `provenance.`. */
export function readEntryForm(
  form: EntryForm,
  place: EntryPlace,
): { readonly draft: EntryDraft; readonly problems: null } | { readonly draft: null; readonly problems: readonly FieldProblem[] } {
  const input = { ...place, ...form }
  const parsed = EntryDraft.safeParse(input)
  if (parsed.success) return { draft: parsed.data, problems: null }
  return { draft: null, problems: fieldProblems(parsed.error, input) }
}

const Kept = z.object({
  id: z.int().positive().nullable(),
  version: z.int().min(0),
  form: z.object({ content: z.record(z.string(), z.unknown()), provenance: z.record(z.string(), z.unknown()) }),
})

/**
 * What was typed and not saved, from the JSON of a draft; null where it fits the form no longer. Each field is taken only where it is still of the
 * sort that the form has there.
 */
export function restoreEntryForm(stored: string, fresh: EntryForm): { readonly form: EntryForm; readonly version: number } | null {
  const kept = Kept.safeParse(parsedJson(stored)).data
  if (kept === undefined || kept.form.content['kind'] !== fresh.content.kind) return null
  const form = { content: fitted(fresh.content, kept.form.content), provenance: fitted(fresh.provenance, kept.form.provenance) }
  return { form, version: kept.version }
}

function fitted<T extends object>(fresh: T, stored: Readonly<Record<string, unknown>>): T {
  const fits = Object.entries(fresh).map(([key, value]) => [key, sortOf(stored[key], value) ? stored[key] : value])
  // Every key of the form with a value of its own sort.
  return Object.fromEntries(fits) as T
}

function sortOf(stored: unknown, fresh: unknown): boolean {
  if (stored === undefined) return false
  if (stored === null || fresh === null) return stored === null || typeof stored !== 'object'
  return typeof stored === typeof fresh && Array.isArray(stored) === Array.isArray(fresh)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
