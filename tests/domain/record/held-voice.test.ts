import { addDays, isoDate } from '#domain/dates.ts'
import { AgencyId } from '#domain/ids.ts'
import { heldVoice, oldestDay } from '#domain/record/held-voice.ts'
import { voiceBrief } from '#domain/record/meeting-brief.ts'
import { Provenance } from '#domain/record/provenance.ts'
import { Voice } from '#domain/record/voice.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entry } from './entries.ts'

const day = (number: number) => addDays(isoDate('2026-11-01'), number)
const police = Provenance.parse({ saidBy: 1 })
const advocate = Provenance.parse({ saidBy: 2, isPrivileged: true })
const said = (id: number, words: object, provenance: Provenance = Provenance.parse({})) => ({
  ...entry(id, Voice.parse({ kind: 'voice', on: day(id), ...words })),
  provenance,
})

describe('her voice as it holds', () => {
  test('keeps what one said beside what another says later, each with its day and its source', () => {
    const held = heldVoice([
      said(1, { wants: 'to leave', codeWord: 'heron', wasAsked: 'yes' }, advocate),
      said(5, { fears: 'the dogs' }, police),
    ])
    expect(held?.content).toMatchObject({ on: day(5), wants: 'to leave', fears: 'the dogs', codeWord: 'heron', wasAsked: 'yes' })
    expect([held?.from.wants, held?.from.codeWord].map((from) => from?.provenance)).toEqual([advocate, advocate])
    expect([held?.from.fears?.provenance, held?.from.asked?.content.on]).toEqual([police, day(1)])
    expect(held && oldestDay(held, ['asked', 'fears'])).toBe(day(1))
  })

  test('drops the words that their own source took out, and no answer', () => {
    const held = heldVoice([said(1, { wants: 'to leave', codeWord: 'heron', wasAsked: 'yes' }), said(2, { wants: 'to stay' })])
    expect(held?.content).toMatchObject({ wants: 'to stay', codeWord: '', wasAsked: 'yes' })
  })

  test('takes who told her, and how, from where it is said that she knows', () => {
    const held = heldVoice([
      said(1, { knowsOfMeeting: 'yes', toldBy: 'Jo Example', toldHow: 'by phone' }, advocate),
      said(2, { knowsOfMeeting: 'no' }, police),
    ])
    expect(held?.content).toMatchObject({ knowsOfMeeting: 'no', toldBy: '', toldHow: '' })
  })

  test('is nothing where there is no entry of it', () => {
    expect(heldVoice([])).toBeNull()
  })
})

test('whatever is said in whatever order, the table hears no word that was said in confidence', () => {
  const words = fc.constantFrom('', 'open', 'closed')
  const entries = fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 9 }),
      wants: words,
      fears: words,
      toldBy: words,
      toldHow: words,
      by: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(entries, (made) => {
      const record = made.map(({ on, by, ...parts }, index) => {
        const isPrivileged = Object.values(parts).includes('closed')
        return {
          ...entry(index + 1, Voice.parse({ kind: 'voice', on: day(on), ...parts })),
          provenance: Provenance.parse({ saidBy: AgencyId.parse(by), isPrivileged }),
        }
      })
      expect(JSON.stringify(voiceBrief(record))).not.toContain('closed')
    }),
  )
})
