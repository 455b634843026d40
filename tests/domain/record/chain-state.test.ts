import { addDays, isoDate } from '#domain/dates.ts'
import { EntryId } from '#domain/ids.ts'
import type { ActionStatus } from '#domain/action.ts'
import { chainGaps, linkFilling } from '#domain/record/chain-gaps.ts'
import { linkKinds, linkStates } from '#domain/record/chain-link.ts'
import { brokenLinks, chainOf } from '#domain/record/chain-state.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entry, link } from './entries.ts'

const today = isoDate('2026-11-25')
const on = (days: number) => addDays(today, days)

describe('the chain of response', () => {
  test('puts each link after the one it depends on, else by day', () => {
    const entries = [
      link(1, 'charge', 'waiting', { dependsOn: 4, heldSince: on(-12) }),
      link(2, 'orderIssued', 'done', { on: on(-40) }),
      link(3, 'orderServed', 'done', { on: on(-22), dependsOn: 2 }),
      link(4, 'arrest', 'done', { on: on(-16), dependsOn: 5 }),
      link(5, 'orderViolated', 'done', { on: on(-17), dependsOn: 3 }),
      link(6, 'hearing', 'planned', { on: on(2) }),
    ]
    expect(chainOf(entries, today).map((step) => step.link.content.link)).toEqual([
      'orderIssued',
      'orderServed',
      'orderViolated',
      'arrest',
      'charge',
      'hearing',
    ])
  })

  test('follows the dependency even where the days say otherwise', () => {
    const entries = [link(1, 'orderServed', 'done', { on: on(-9), dependsOn: 2 }), link(2, 'orderIssued', 'done', { on: on(-3) })]
    expect(chainOf(entries, today).map((step) => step.link.id)).toEqual([2, 1])
  })

  test('says who holds a link for how many days, and makes a long wait stand out', () => {
    const waiting = (days: number) => chainOf([link(1, 'charge', 'waiting', { heldBy: 7, heldSince: on(-days) })], today)[0]
    expect(waiting(12)).toMatchObject({ standing: 'waiting', heldDays: 12, isLongWait: false })
    expect(waiting(14)).toMatchObject({ isLongWait: false })
    expect(waiting(15)).toMatchObject({ heldDays: 15, isLongWait: true })
  })

  test('holds nothing against an agency once the link is done', () => {
    expect(chainOf([link(1, 'charge', 'done', { on: on(-1), heldSince: on(-40) })], today)[0]).toMatchObject({
      heldDays: null,
      isLongWait: false,
    })
  })

  test('calls a planned link broken from the day after its day', () => {
    const planned = (days: number) => chainOf([link(1, 'hearing', 'planned', { on: on(days) })], today)[0]
    expect(planned(1)).toMatchObject({ standing: 'planned', lateDays: null })
    expect(planned(0)).toMatchObject({ standing: 'planned', lateDays: null })
    expect(planned(-1)).toMatchObject({ standing: 'broken', lateDays: 1 })
  })

  test.each(linkStates.filter((state) => state !== 'done'))('blocks what depends on a link that is %s', (state) => {
    const entries = [link(1, 'orderServed', state), link(2, 'orderEntered', 'waiting', { dependsOn: 1 })]
    expect(chainOf(entries, today).map(({ standing }) => standing)).toEqual([state, 'blocked'])
  })

  test('lets a link wait on its own account once the one before it is done', () => {
    const entries = [link(1, 'orderServed', 'done', { on: on(-1) }), link(2, 'orderEntered', 'waiting', { dependsOn: 1 })]
    expect(chainOf(entries, today)[1]).toMatchObject({ standing: 'waiting', before: { id: 1 } })
  })

  test('lists the broken links alone', () => {
    const entries = [
      link(1, 'orderServed', 'broken'),
      link(2, 'orderEntered', 'waiting', { dependsOn: 1 }),
      link(3, 'hearing', 'planned', { on: on(-3) }),
      link(4, 'release', 'planned', { on: on(3) }),
      entry(5, { kind: 'note', on: today, text: 'no link' }),
    ]
    expect(brokenLinks(entries, today).map(({ link: { id } }) => id)).toEqual([3, 1])
  })

  test('keeps every link, once, after what it depends on, whatever is in it, even a circle', () => {
    const anyLink = fc.record({
      kind: fc.constantFrom(...linkKinds),
      state: fc.constantFrom(...linkStates),
      on: fc.option(fc.integer({ min: -60, max: 60 })),
      dependsOn: fc.option(fc.integer({ min: 1, max: 12 })),
    })
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 12 }), (drafts) => {
        const entries = drafts.map(({ kind, state, on: day, dependsOn }, index) =>
          link(index + 1, kind, state, {
            on: day === null ? null : on(day),
            dependsOn: dependsOn !== null && dependsOn <= drafts.length && dependsOn !== index + 1 ? dependsOn : null,
          }),
        )
        const chain = chainOf(entries, today)
        expect(chain.map((step) => step.link.id).toSorted((a, b) => a - b)).toEqual(entries.map(({ id }) => id))
        const isCircular = (start: number) => {
          const seen = new Set<number>()
          for (let at: number | null = start; at !== null; at = entries[at - 1]?.content.dependsOn ?? null) {
            if (seen.has(at)) return true
            seen.add(at)
          }
          return false
        }
        for (const [index, step] of chain.entries()) {
          if (step.before === null || isCircular(step.link.id)) continue
          expect(chain.slice(0, index).map((earlier) => earlier.link.id)).toContain(step.before.id)
        }
      }),
    )
  })
})

describe('what the chain lacks', () => {
  const gaps = (entries: Parameters<typeof chainGaps>[0], actions: Parameters<typeof chainGaps>[1] = []) =>
    chainGaps(entries, actions, today).map(({ kind, after, days }) => [kind, after.id, days])

  test('an order that is issued must be served and entered', () => {
    expect(gaps([link(1, 'orderIssued', 'done', { on: on(-4) })])).toEqual([
      ['orderNotServed', 1, 4],
      ['orderNotEntered', 1, 4],
    ])
  })

  test('a link that is planned, waited for or broken is no gap: it stands in the chain itself', () => {
    for (const state of ['planned', 'waiting', 'broken', 'done'] as const) {
      expect(
        gaps([
          link(1, 'orderIssued', 'done', { on: on(-4) }),
          link(2, 'orderServed', state, { dependsOn: 1 }),
          link(3, 'orderEntered', state),
        ]),
      ).toEqual([])
    }
  })

  test('a link that was dropped leaves the gap', () => {
    expect(gaps([link(1, 'arrest', 'done', { on: on(-2) }), link(2, 'charge', 'dropped', { dependsOn: 1 })])).toEqual([
      ['arrestWithoutCharge', 1, 2],
    ])
  })

  test('the serving of an earlier order does not serve the later one', () => {
    expect(
      gaps([
        link(1, 'orderIssued', 'done', { on: on(-90) }),
        link(2, 'orderServed', 'done', { on: on(-88) }),
        link(3, 'orderEntered', 'done', { on: on(-88) }),
        link(4, 'orderIssued', 'done', { on: on(-5) }),
        link(5, 'orderEntered', 'done', { on: on(-4) }),
      ]),
    ).toEqual([['orderNotServed', 4, 5]])
  })

  test('what is linked counts for the order it is linked to, whatever its day', () => {
    expect(
      gaps([
        link(1, 'orderIssued', 'done', { on: on(-90) }),
        link(2, 'orderServed', 'done', { on: on(-3), dependsOn: 1 }),
        link(3, 'orderEntered', 'done', { on: on(-3), dependsOn: 2 }),
        link(4, 'orderIssued', 'done', { on: on(-5) }),
      ]),
    ).toEqual([
      ['orderNotServed', 4, 5],
      ['orderNotEntered', 4, 5],
    ])
  })

  test.each(['emergencyCall', 'arrest'] as const)('a violation is answered by a link of kind %s', (answer) => {
    const violated = link(1, 'orderViolated', 'done', { on: on(-6) })
    expect(gaps([violated])).toEqual([['violationUnanswered', 1, 6]])
    expect(gaps([violated, link(2, answer, 'waiting', { dependsOn: 1 })]).map(([kind]) => kind)).not.toContain('violationUnanswered')
  })

  test.each([
    ['agreed', []],
    ['complete', []],
    ['withdrawn', [['releaseWithoutSafetyAction', 1, null]]],
    ['notUndertaken', [['releaseWithoutSafetyAction', 1, null]]],
  ] as const)('a release needs a safety action that stands: %s', (status: ActionStatus, expected) => {
    const release = link(1, 'release', 'planned', { on: on(3) })
    expect(gaps([release], [{ status, isSafetyAction: true }])).toEqual(expected)
    expect(gaps([release], [{ status, isSafetyAction: false }])).toEqual([['releaseWithoutSafetyAction', 1, null]])
  })

  test('names the link that fills the gap', () => {
    expect(linkFilling('orderNotServed')).toBe('orderServed')
    expect(linkFilling('violationUnanswered')).toBe('arrest')
    expect(linkFilling('releaseWithoutSafetyAction')).toBeNull()
  })

  test('filling every gap that can be filled by a link leaves none of these', () => {
    const done = fc.record({
      kind: fc.constantFrom('orderIssued', 'orderViolated', 'arrest', 'orderServed' as const),
      day: fc.integer({ min: -90, max: 0 }),
    })
    fc.assert(
      fc.property(fc.array(done, { maxLength: 8 }), (drafts) => {
        let entries = drafts.map(({ kind, day }, index) => link(index + 1, kind, 'done', { on: on(day) }))
        // A filled gap may open the next: an arrest asks for a charge.
        for (let round = 0; round < 3; round += 1) {
          for (const gap of chainGaps(entries, [], today)) {
            const kind = linkFilling(gap.kind)
            if (kind) entries = [...entries, link(entries.length + 1, kind, 'done', { on: today, dependsOn: EntryId.parse(gap.after.id) })]
          }
        }
        expect(chainGaps(entries, [], today)).toEqual([])
      }),
    )
  })
})
