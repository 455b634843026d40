import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, valueOf } from '../../../support/open-vault.ts'

const on = isoDate('2026-10-01')

type Step = { readonly kind: 'add' | 'remove' | 'undo' | 'redo' } | { readonly kind: 'change'; readonly continues: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const, 'undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('change' as const), continues: fc.boolean() }),
)

async function noteOf({ door }: OpenVault, caseId: CaseId) {
  const note = (await valueOf(door.record.of({ caseId }))).entries.at(-1)
  return note?.content.kind === 'note' ? { id: note.id, version: note.version, text: note.content.text } : null
}

async function textsOf({ door }: OpenVault, caseId: CaseId): Promise<readonly string[]> {
  const { entries } = await valueOf(door.record.of({ caseId }))
  return entries.flatMap(({ content }) => (content.kind === 'note' ? [content.text] : []))
}

/** Every text that is come upon by doing again all that was undone, and then undoing everything. */
async function textsInReach(opened: OpenVault, caseId: CaseId): Promise<ReadonlySet<string>> {
  const { door } = opened
  const found = new Set(await textsOf(opened, caseId))
  for (const way of ['redo', 'undo'] as const)
    while ((await door.record[way]({ caseId })).ok) for (const text of await textsOf(opened, caseId)) found.add(text)
  return found
}

/** Takes a step as a screen would; gives the text that it saved. */
async function take(opened: OpenVault, caseId: CaseId, taken: Step, text: string): Promise<string | null> {
  const { door } = opened
  const note = await noteOf(opened, caseId)
  const saved = { caseId, content: { kind: 'note', on, text } as const, provenance: {} }
  switch (taken.kind) {
    case 'add':
      await valueOf(door.record.save(saved))
      return text
    case 'change':
      if (!note) return null
      await valueOf(door.record.save({ ...saved, id: note.id, version: note.version, continues: taken.continues }))
      return text
    case 'remove':
      if (note) await valueOf(door.record.remove({ caseId, id: note.id, version: note.version }))
      return null
    case 'undo':
    case 'redo':
      await door.record[taken.kind]({ caseId })
      return null
  }
}

test('nothing that stood in the record when its case came under a hold, nor what was saved since in an edit of its own, is out of reach of undoing', async () => {
  const opened = await openVault()
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.array(step, { minLength: 1, maxLength: 8 }), async (before, after) => {
      number += 1
      const { caseId } = await refer(opened, number)
      let count = 0
      for (const taken of before) await take(opened, caseId, taken, `before ${(count += 1)}`)
      const said = new Set(await textsOf(opened, caseId))
      await valueOf(opened.door.retention.placeHold({ caseId, reason: 'A court asked for it.' }))
      for (const taken of after) {
        const typedOver = taken.kind === 'change' && taken.continues ? ((await noteOf(opened, caseId))?.text ?? '') : ''
        const text = await take(opened, caseId, taken, `after ${(count += 1)}`)
        if (text !== null) said.add(text)
        // What is typed over in one go is no edit of its own; what stood before the hold is not typed over.
        if (typedOver.startsWith('after')) said.delete(typedOver)
      }
      const reached = await textsInReach(opened, caseId)
      expect([...said].filter((text) => !reached.has(text))).toEqual([])
      await valueOf(opened.door.retention.liftHold({ caseId }))
    }),
    { numRuns: 40 },
  )
}, 120_000)
