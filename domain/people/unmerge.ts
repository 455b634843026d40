import type { Merge } from './merge.ts'
import { contentOf, PersonContent } from './person-record.ts'

/** What was saved of a merged person through one case: of the record that stayed, or of the one that went, whose case it had been. */
export type SavedSince = { readonly of: 'kept' | 'gone'; readonly before: PersonContent; readonly after: PersonContent }

type Change = Pick<SavedSince, 'before' | 'after'>

/**
 * What both records hold once a merge is taken back: as they stood before, and of what was saved since, oldest first, each what came through its own
 * cases: the new telephone of the one is not given to the other. What nobody knows the case of stays with the record that stayed.
 */
export function unmergedContents(
  now: PersonContent,
  { kept, gone, after }: Merge,
  saved: readonly SavedSince[],
): { readonly kept: PersonContent; readonly gone: PersonContent } {
  const known = saved.reduce<PersonContent>(changed, after)
  const through = (whose: SavedSince['of'], before: PersonContent) =>
    saved.filter((each) => each.of === whose).reduce<PersonContent>(changed, contentOf(before))
  return { kept: changed(through('kept', kept), { before: known, after: now }), gone: through('gone', gone) }
}

/** A record with a change that was made to another one: each field by itself, and of the details what differs within them. */
function changed(base: PersonContent, { before, after }: Change): PersonContent {
  const of = <Field extends 'name' | 'dateOfBirth' | 'address' | 'phone'>(field: Field): PersonContent[Field] =>
    before[field] === after[field] ? base[field] : after[field]
  const plain = { name: of('name'), dateOfBirth: of('dateOfBirth'), address: of('address'), phone: of('phone') }
  // Longer lists than a record can hold are not made of two.
  const whole = PersonContent.safeParse({ ...plain, details: withChange(base.details, before.details, after.details) })
  return whole.success ? whole.data : { ...plain, details: base.details }
}

/** A JSON value with what differs between two others: in an object its fields, in a list its items, of a text what was added to its end. */
function withChange(base: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return base
  if (isSame(base, before)) return after
  if (Array.isArray(base) && Array.isArray(before) && Array.isArray(after)) return withItems(base, before, after)
  if (isRecord(base) && isRecord(before) && isRecord(after))
    return 'kind' in after
      ? after
      : Object.fromEntries(Object.keys(after).map((key) => [key, withChange(base[key], before[key], after[key])]))
  return typeof base === 'string' && typeof before === 'string' && typeof after === 'string' ? withText(base, before, after) : after
}

function withItems(base: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const isIn = (items: readonly unknown[], item: unknown) => items.some((each) => isSame(each, item))
  const stays = base.filter((item) => isIn(after, item) || !isIn(before, item))
  return [...stays, ...after.filter((item) => !isIn(before, item) && !isIn(base, item))]
}

/** What a merge made of two texts was written on: only what was written is this record's. */
function withText(base: string, before: string, after: string): string {
  const added = before !== '' && after.startsWith(before) ? after.slice(before.length) : ''
  if (!/^[\s.,;]/.test(added)) return after
  return base === '' ? added.replace(/^[\s.,;]+/, '') : `${base}${added}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** JSON values written by one schema: their keys stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
