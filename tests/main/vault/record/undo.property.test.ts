import { isoDate } from '#domain/dates.ts'
import type { CaseId, EntryId } from '#domain/ids.ts'
import type { Entry } from '#domain/record/entry.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../../support/open-vault.ts'

type Typed = Parameters<OpenVault['door']['record']['save']>[0]['content']

const day = fc.integer({ min: 1, max: 28 }).map((n) => isoDate(`2026-10-${String(n).padStart(2, '0')}`))
const text = fc.string({ minLength: 1, maxLength: 12 }).filter((said) => said.trim() !== '')
const content: fc.Arbitrary<Typed> = fc.oneof(
  fc.record({ kind: fc.constant('note' as const), on: day, text }),
  fc.record({ kind: fc.constant('voice' as const), on: day, wants: text, codeWord: text }),
  fc.record({ kind: fc.constant('incident' as const), incident: fc.constantFrom('threats' as const, 'other' as const), on: day }),
  fc.record({
    kind: fc.constant('assessment' as const),
    tool: fc.constant('dash' as const),
    toolVersion: fc.constant('2009'),
    completedOn: day,
    result: fc.record({ kind: fc.constant('score' as const), score: fc.integer({ min: 0, max: 24 }) }),
  }),
)

type Step =
  | { readonly kind: 'add'; readonly content: Typed; readonly isPrivileged: boolean }
  | { readonly kind: 'change'; readonly at: number; readonly content: Typed }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'correct'; readonly relationship: string; readonly children: readonly string[]; readonly address: string }

const at = fc.nat(20)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add' as const), content, isPrivileged: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), at, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      relationship: text,
      children: fc.array(fc.constantFrom('Isadora', 'Florian', 'Sorrel'), { maxLength: 3 }),
      address: text,
    }),
  },
)

/** Whatever takes the risk down says why; the reasons stay in the record, whatever is undone. */
const loweringReason = 'Noted for the wrong family.'
function withoutReasons(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ content }) => content.kind !== 'note' || content.text !== loweringReason)
}

/** All that a reader of the case can see; versions aside, which only grow. */
async function seen({ door }: OpenVault, caseId: CaseId) {
  const { entries } = await valueOf(door.record.of({ caseId }))
  const { version: _, children, ...detail } = await valueOf(door.cases.get({ id: caseId }))
  const { rows } = await valueOf(door.cases.list({}))
  return {
    entries: withoutReasons(entries).map(({ version: __, ...entry }) => entry),
    detail,
    // Children have no order.
    children: children.map(({ name }) => name).toSorted(),
    row: rows.find(({ id }) => id === caseId),
  }
}

/** Takes a step as a screen would; false where there is nothing to take it on, or it changes nothing. */
async function take({ door }: OpenVault, caseId: CaseId, taken: Step): Promise<void> {
  const entries = withoutReasons((await valueOf(door.record.of({ caseId }))).entries)
  const meant = taken.kind === 'change' || taken.kind === 'remove' ? entries[taken.at % Math.max(1, entries.length)] : undefined
  switch (taken.kind) {
    case 'add':
      await valueOf(door.record.save({ caseId, content: taken.content, provenance: { isPrivileged: taken.isPrivileged } }))
      return
    case 'change':
      if (meant?.content.kind === taken.content.kind)
        await valueOf(
          door.record.save({ caseId, id: meant.id, version: meant.version, content: taken.content, provenance: {}, loweringReason }),
        )
      return
    case 'remove':
      if (meant) await valueOf(door.record.remove({ caseId, id: meant.id, version: meant.version, loweringReason }))
      return
    case 'correct': {
      const { version, victim, perpetrator, safeContact } = await valueOf(door.cases.get({ id: caseId }))
      await valueOf(
        door.cases.change({
          id: caseId,
          version,
          victim: { ...victim, address: taken.address },
          perpetrator,
          relationship: taken.relationship,
          childrenCount: null,
          children: taken.children.map((name) => ({ name })),
          safeContact,
        }),
      )
    }
  }
}

test('whatever was done to a case, undoing goes back over every state to the first, and doing again comes all the way back', async () => {
  const opened = await openVault()
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      number += 1
      const { caseId } = await refer(opened, number)
      const states = [await seen(opened, caseId)]
      for (const taken of steps) {
        await take(opened, caseId, taken)
        const state = await seen(opened, caseId)
        // A step that changed nothing is no edit.
        if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state)
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await valueOf(opened.door.record.undo({ caseId, loweringReason }))
        expect(await seen(opened, caseId)).toEqual(state)
      }
      expect(await refusalOf(opened.door.record.undo({ caseId }))).toEqual({ code: 'nothingToUndo' })
      for (const state of states.slice(1)) {
        await valueOf(opened.door.record.redo({ caseId, loweringReason }))
        expect(await seen(opened, caseId)).toEqual(state)
      }
      expect(await refusalOf(opened.door.record.redo({ caseId }))).toEqual({ code: 'nothingToRedo' })
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('the last fifty edits can be undone, and none before them', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId } = await refer(opened, 1)
  const note = (n: number): Typed => ({ kind: 'note', on: isoDate('2026-10-01'), text: `state ${n}` })
  const id: EntryId = await valueOf(door.record.save({ caseId, content: note(0), provenance: {} }))
  for (let n = 1; n <= 60; n += 1) await valueOf(door.record.save({ caseId, id, version: n, content: note(n), provenance: {} }))
  for (let n = 0; n < 50; n += 1) await valueOf(door.record.undo({ caseId }))
  expect(await refusalOf(door.record.undo({ caseId }))).toEqual({ code: 'nothingToUndo' })
  expect((await valueOf(door.record.of({ caseId }))).entries).toMatchObject([{ content: note(10) }])
})
