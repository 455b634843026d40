import { isoDate } from '#domain/dates.ts'
import { CaseId } from '#domain/ids.ts'
import { expect, test } from 'vitest'
import { blankContent } from '../../renderer/features/cases/record/blank-content.ts'
import { ownProvenance, readEntryForm, restoreEntryForm, withPart } from '../../renderer/features/cases/record/entry-form.ts'

const today = isoDate('2026-11-25')
const place = { caseId: CaseId.parse(1), id: null, version: 0 }
const note = { content: blankContent('note', today), provenance: ownProvenance }

test('a form says by field what it lacks, and makes a draft once it lacks nothing', () => {
  expect(readEntryForm(note, place).problems).toEqual([{ path: 'content.text', problem: 'required' }])
  const whole = { ...note, content: withPart(note.content, { text: 'A word.' }) }
  expect(readEntryForm(whole, place).draft).toMatchObject({ caseId: 1, id: null, content: { kind: 'note', text: 'A word.', on: today } })
})

test('a day that cannot be read is missing, not another day', () => {
  const undated = { ...note, content: withPart(note.content, { text: 'A word.', on: null }) }
  expect(readEntryForm(undated, place).problems).toEqual([{ path: 'content.on', problem: 'required' }])
})

test('what was typed comes back from its draft with the version that it was typed over', () => {
  const typed = { ...note, content: withPart(note.content, { text: 'Half a wo' }) }
  const stored = JSON.stringify({ id: 4, version: 3, form: typed })
  expect(restoreEntryForm(stored, note)).toEqual({ form: typed, version: 3 })
})

test('a draft of another kind, or of an older shape, breaks no form', () => {
  expect(restoreEntryForm(JSON.stringify({ id: null, version: 0, form: { content: { kind: 'vote' }, provenance: {} } }), note)).toBeNull()
  expect(restoreEntryForm('no JSON', note)).toBeNull()
  const odd = {
    id: null,
    version: 0,
    form: { content: { kind: 'note', text: 7, on: today, gone: true }, provenance: { basis: 'opinion' } },
  }
  expect(restoreEntryForm(JSON.stringify(odd), note)).toEqual({
    form: { content: note.content, provenance: { ...ownProvenance, basis: 'opinion' } },
    version: 0,
  })
})
