import { addDays, isoDate } from '#domain/dates.ts'
import { chainBrief, voiceBrief } from '#domain/record/meeting-brief.ts'
import { linkKinds, linkStates } from '#domain/record/chain-link.ts'
import { Voice } from '#domain/record/voice.ts'
import { voiceGap } from '#domain/record/voice-gap.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entry, link } from './entries.ts'

const today = isoDate('2026-11-25')
const on = (days: number) => addDays(today, days)
const voice = (said: object) => Voice.parse({ kind: 'voice', on: on(-3), ...said })

describe('the chain in the meeting', () => {
  test('puts what is broken first, then the longest wait, and the next risk date last', () => {
    const { links, more, next } = chainBrief(
      [
        link(1, 'orderIssued', 'done', { on: on(-40) }),
        link(2, 'charge', 'waiting', { heldSince: on(-4) }),
        link(3, 'bail', 'waiting', { heldSince: on(-20) }),
        link(4, 'orderServed', 'broken'),
        link(5, 'release', 'planned', { on: on(60) }),
        link(6, 'hearing', 'planned', { on: on(90) }),
      ],
      today,
    )
    expect(links.map(({ link: kind }) => kind)).toEqual(['orderServed', 'bail'])
    expect(more).toBe(1)
    expect(next).toMatchObject({ kind: 'release', days: 60 })
  })

  test('says the last link that was done where nothing stands out', () => {
    const entries = [link(1, 'emergencyCall', 'done', { on: on(-9) }), link(2, 'arrest', 'done', { on: on(-8) })]
    expect(chainBrief(entries, today)).toMatchObject({ links: [{ link: 'arrest', standing: 'done' }], more: 0, next: null })
  })

  test('never takes more than three lines, and never hides a broken link behind one that waits', () => {
    const links = fc.array(
      fc.record({ kind: fc.constantFrom(...linkKinds), state: fc.constantFrom(...linkStates), days: fc.integer({ min: -60, max: 60 }) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(links, (made) => {
        const entries = made.map(({ kind, state, days }, index) => link(index + 1, kind, state, { on: on(days) }))
        const brief = chainBrief(entries, today)
        const standings = brief.links.map(({ standing }) => standing)
        expect(brief.links.length + (brief.next === null ? 0 : 1)).toBeLessThanOrEqual(3)
        expect(standings.lastIndexOf('broken')).toBeLessThanOrEqual(standings.indexOf('waiting') === -1 ? 3 : standings.indexOf('waiting'))
      }),
    )
  })

  test('leaves out what an advocate was told in confidence', () => {
    const told = link(1, 'release', 'planned', { on: on(3) })
    const brief = chainBrief([{ ...told, provenance: { ...told.provenance, isPrivileged: true } }], today)
    expect(brief).toEqual({ links: [], more: 0, next: null })
  })
})

describe('her voice in the meeting', () => {
  test('is what she wants and fears, without her code word', () => {
    const brief = voiceBrief([entry(1, voice({ wants: 'stay in the home', fears: 'the school run', codeWord: 'marmalade' }))])
    expect(brief).toMatchObject({ wants: 'stay in the home', fears: 'the school run', isInConfidence: false })
    expect(JSON.stringify(brief)).not.toContain('marmalade')
  })

  test('holds back what was said in confidence, and still says whether she was asked', () => {
    const told = { wants: 'stay in the home', fears: 'the school run', toldBy: 'her sister', toldHow: 'at work' }
    const said = entry(1, voice({ ...told, wasAsked: 'yes', knowsOfMeeting: 'yes', agreed: 'yes' }))
    const brief = voiceBrief([{ ...said, provenance: { ...said.provenance, isPrivileged: true } }])
    expect(brief).toMatchObject({ wasAsked: 'yes', knowsOfMeeting: 'yes', agreed: 'unknown', isInConfidence: true })
    for (const words of Object.values(told)) expect(JSON.stringify(brief)).not.toContain(words)
  })

  test('says what is missing from what she was asked and told', () => {
    expect(voiceBrief([])).toBeNull()
    expect(voiceGap(null)).toBe('neverAsked')
    expect(voiceGap(voice({ wasAsked: 'no' }))).toBe('notAsked')
    expect(voiceGap(voice({ wasAsked: 'yes' }))).toBe('notTold')
    expect(voiceGap(voice({ wasAsked: 'notSafe', knowsOfMeeting: 'notSafe' }))).toBeNull()
  })
})
