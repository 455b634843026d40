import { addDays, addMonths, isoDate } from '#domain/dates.ts'
import { entriesOf } from '#domain/record/entry.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { only, openedMeeting, refer, referralOf, type ReferralSaid } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, todayOnTheWall, valueOf } from '../../support/open-vault.ts'

async function settingsOf({ door }: OpenVault) {
  const settings = await valueOf(door.settings.get())
  if (settings === null) throw new Error('no team yet')
  return settings
}

describe('recording', () => {
  test('one pair is one case: a further referral joins it, another perpetrator is another case', async () => {
    const opened = await openVault()
    const first = await refer(opened, 1)
    expect(first.caseReference).toBe('HR-2026-0001')
    const again = await refer(opened, 1, { receivedOn: isoDate('2026-10-20') }, first.caseId)
    const other = await refer(opened, 2, { victim: referralOf(opened.police, 1).victim })
    expect(again.caseId).toBe(first.caseId)
    expect(other.caseReference).toBe('HR-2026-0002')
    expect((await valueOf(opened.door.cases.get({ id: first.caseId }))).referrals).toHaveLength(2)
  })

  test('references count anew each year of referral', async () => {
    const opened = await openVault()
    await refer(opened, 1, { receivedOn: isoDate('2025-12-31') })
    await refer(opened, 2, { receivedOn: isoDate('2026-01-01') })
    const third = await refer(opened, 3, { receivedOn: isoDate('2025-11-30') })
    expect(third.caseReference).toBe('HR-2025-0002')
  })

  test.each<[string, Parameters<typeof referralOf>[2], object]>([
    [
      'a date to come',
      { receivedOn: addDays(todayOnTheWall(), 1) },
      { code: 'invalidInput', fields: [{ path: 'draft.receivedOn', problem: 'futureDate' }] },
    ],
    [
      'a day that does not exist',
      { receivedOn: '2026-02-30' },
      { code: 'invalidInput', fields: [{ path: 'draft.receivedOn', problem: 'date' }] },
    ],
    ['no criterion', { criteria: {} }, { code: 'invalidInput', fields: [{ path: 'draft.criteria.visibleHighRisk', problem: 'required' }] }],
    [
      'judgement without its reason',
      { criteria: { professionalJudgement: true, judgementReason: ' ' } },
      { code: 'invalidInput', fields: [{ path: 'draft.criteria.judgementReason', problem: 'required' }] },
    ],
    [
      'a score that the tool cannot give',
      { risk: { tool: 'dash', score: 28 } },
      { code: 'invalidInput', fields: [{ path: 'draft.risk.score', problem: 'number' }] },
    ],
    [
      'a victim without a name',
      { victim: { name: '  ' } },
      { code: 'invalidInput', fields: [{ path: 'draft.victim.name', problem: 'required' }] },
    ],
    [
      'one person as both',
      { victim: { name: 'ottilie  WAFFLEMOGGIN' }, perpetrator: { name: 'Ottilie Wafflemoggin.' } },
      { code: 'samePersonTwice' },
    ],
    ['an agency that is not there', { sourceAgencyId: 4711 }, { code: 'notFound', what: 'agency' }],
  ])('%s is refused, and nothing is stored', async (_what, said, refusal) => {
    const opened = await openVault()
    expect(await refusalOf(opened.door.referrals.record({ draft: referralOf(opened.police, 1, said) }))).toEqual(refusal)
    expect((await valueOf(opened.door.cases.list({}))).total).toBe(0)
  })

  test('a case that is not there is refused', async () => {
    const opened = await openVault()
    expect(await refusalOf(opened.door.referrals.record({ draft: referralOf(opened.police, 1), caseId: 4711 }))).toEqual({
      code: 'notFound',
      what: 'case',
    })
  })
})

describe('what a further referral adds to a known case', () => {
  const born = isoDate('1990-05-06')
  test('gaps are filled and nothing that stands is overwritten', async () => {
    const opened = await openVault()
    const { victim, perpetrator } = referralOf(opened.police, 1)
    const { caseId } = await refer(opened, 1, { victim: { ...victim, address: '1 Möbius Loop' }, childrenCount: 1 })
    await refer(
      opened,
      1,
      {
        victim: { ...victim, address: '2 Klein Bottle Close', phone: '07700 900111', dateOfBirth: born },
        perpetrator: { ...perpetrator, address: '3 Half-Past Lane' },
        relationship: 'Ex-partner',
        childrenCount: 3,
        children: [{ name: 'Isadora Wafflemoggin', school: 'Inkwell Primary' }],
      },
      caseId,
    )
    expect(await valueOf(opened.door.cases.get({ id: caseId }))).toMatchObject({
      victim: { address: '1 Möbius Loop', phone: '07700 900111', dateOfBirth: born },
      perpetrator: { address: '3 Half-Past Lane' },
      relationship: 'Ex-partner',
      childrenCount: 3,
      children: [{ name: 'Isadora Wafflemoggin', school: 'Inkwell Primary' }],
    })
  })

  test('a way to reach her is taken where none was known, and a warning goes before every way', async () => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    const contact = async () => (await valueOf(opened.door.cases.get({ id: caseId }))).safeContact
    expect(await contact()).toEqual({ kind: 'doNotContact', note: '' })
    await refer(opened, 1, { safeContact: { kind: 'direct', how: '07700 900112' } }, caseId)
    expect(await contact()).toMatchObject({ kind: 'direct', how: '07700 900112' })
    await refer(opened, 1, { safeContact: { kind: 'onlyThrough', who: 'Lantern Advocates' } }, caseId)
    await refer(opened, 1, {}, caseId)
    expect(await contact()).toMatchObject({ kind: 'onlyThrough', who: 'Lantern Advocates' })
    await refer(opened, 1, { safeContact: { kind: 'doNotContact', note: 'He has her phone' } }, caseId)
    await refer(opened, 1, { safeContact: { kind: 'direct', how: '07700 900113' } }, caseId)
    expect(await contact()).toEqual({ kind: 'doNotContact', note: 'He has her phone' })
    // What does not hold is kept as words, said by who referred.
    const { entries } = await valueOf(opened.door.record.of({ caseId }))
    expect(entriesOf(entries, 'note').map(({ content, provenance }) => [content.text, provenance.saidBy])).toEqual([
      ['Safe contact, also said: directly 07700 900112', opened.police],
      ['Safe contact, also said: only through Lantern Advocates', opened.police],
      ['Safe contact, also said: directly 07700 900113', opened.police],
    ])
  })

  test('nothing that it says is lost: it stands beside what is known, or in a note in the language of the team', async () => {
    const opened = await openVault()
    await valueOf(opened.door.settings.save({ ...(await settingsOf(opened)), locale: 'es' }))
    const { perpetrator } = referralOf(opened.police, 1)
    const { caseId } = await refer(opened, 1, {
      victim: { name: 'Ottilie W', address: '1 Old Street', phone: '111', dateOfBirth: born },
      relationship: 'Married',
      safeContact: { kind: 'direct', how: 'mobile 111' },
      childrenCount: 1,
      children: [{ name: 'Pip', dateOfBirth: isoDate('2020-03-04') }],
    })
    await refer(
      opened,
      1,
      {
        receivedOn: isoDate('2026-11-01'),
        victim: { name: 'Ottilie Wafflemoggin-Smith', address: '2 Refuge Road', phone: '222', dateOfBirth: isoDate('1991-05-06') },
        perpetrator: { ...perpetrator, address: '3 New Place' },
        relationship: 'Ex-partner',
        safeContact: { kind: 'onlyThrough', who: 'her mother', note: 'He has her mobile' },
        children: [
          { name: 'Pip', dateOfBirth: isoDate('2021-03-04') },
          { name: '', dateOfBirth: isoDate('2026-10-10') },
        ],
      },
      caseId,
    )
    const { victim, childrenCount, children, safeContact, relationship } = await valueOf(opened.door.cases.get({ id: caseId }))
    expect(victim).toMatchObject({ name: 'Ottilie W', address: '1 Old Street', phone: '111', dateOfBirth: born })
    expect([relationship, childrenCount]).toEqual(['Married', 2])
    expect(children).toEqual([
      { name: 'Pip', dateOfBirth: '2020-03-04', school: '' },
      { name: '', dateOfBirth: '2026-10-10', school: '' },
    ])
    expect(safeContact).toEqual({ kind: 'onlyThrough', who: 'her mother', note: 'He has her mobile' })
    const people = await valueOf(opened.door.people.ofCase({ caseId }))
    expect(people.victim.person.details).toMatchObject({
      aliases: ['Ottilie Wafflemoggin-Smith'],
      otherAddresses: [{ text: '2 Refuge Road', knownTo: 'unknown' }],
      otherPhones: [{ number: '222' }],
    })
    expect(people.perpetrator.person.address).toBe('3 New Place')
    const { entries } = await valueOf(opened.door.record.of({ caseId }))
    expect(entriesOf(entries, 'note').map(({ content }) => content)).toEqual([
      {
        kind: 'note',
        on: '2026-11-01',
        text: [
          'De la víctima, también se dijo: fecha de nacimiento 6 may 1991',
          'Relación, también se dijo: Ex-partner',
          'Menor, también se dijo: Pip, fecha de nacimiento 4 mar 2021',
          'Contacto seguro, también se dijo: directamente mobile 111',
        ].join('\n'),
      },
    ])
  })
})

describe('the repeat rule through the door', () => {
  test('the verdict of the rule is given and kept with the referral, whatever the score', async () => {
    const opened = await openVault()
    const first = isoDate('2025-03-10')
    const { caseId, repeat } = await refer(opened, 1, { receivedOn: first })
    expect(repeat).toEqual({ kind: 'first' })
    const last = await refer(
      opened,
      1,
      { receivedOn: addMonths(first, 12), criteria: { escalation: true }, risk: { tool: 'dash', score: 6 } },
      caseId,
    )
    expect(last.repeat).toMatchObject({ kind: 'repeat', lastOn: first, until: addMonths(first, 12) })
    const [newest, oldest] = (await valueOf(opened.door.cases.get({ id: caseId }))).referrals
    expect([newest?.criteria.repeat, oldest?.criteria.repeat]).toEqual([true, false])
  })

  test('the incident counts where it is known, else the day of the referral', async () => {
    const opened = await openVault()
    const first = isoDate('2025-03-10')
    const { caseId } = await refer(opened, 1, { receivedOn: first })
    const inTime = await refer(opened, 1, { receivedOn: isoDate('2026-03-20'), incidentOn: isoDate('2026-03-09') }, caseId)
    expect(inTime.repeat.kind).toBe('repeat')
  })

  test('many histories on many cases give what counting days by hand gives', async () => {
    const opened = await openVault()
    let number = 100
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(0, 1, 100, 364, 365, 366, 367), { minLength: 1, maxLength: 3 }), async (gaps) => {
        number += 1
        let on = isoDate('2023-03-01')
        const { caseId } = await refer(opened, number, { receivedOn: on })
        for (const gap of gaps) {
          on = addDays(on, gap)
          // From 1 March 2023 on, the years of these gaps have 366 days where they hold 29 February 2024.
          const { repeat } = await refer(opened, number, { receivedOn: on }, caseId)
          const [year = 0, ...rest] = addDays(on, -gap).split('-').map(Number)
          const until = `${year + 1}-${rest.map((part) => String(part).padStart(2, '0')).join('-')}`.replace(/-02-29$/, '-02-28')
          expect(repeat.kind).toBe(on <= until ? 'repeat' : 'newAfterLapse')
        }
      }),
      { numRuns: 30 },
    )
  })

  test('another perpetrator is another case, and no repeat of the first', async () => {
    const opened = await openVault()
    const first = await refer(opened, 1, { receivedOn: isoDate('2026-03-10') })
    const other = await refer(opened, 1, { receivedOn: isoDate('2026-04-10'), perpetrator: { name: 'Lysander Crumplehorn' } })
    expect(other.repeat).toEqual({ kind: 'first' })
    expect(other.caseId).not.toBe(first.caseId)
  })

  test('a team that counts from meetings has it counted so, and what is of no kind that counts makes no repeat', async () => {
    const opened = await openVault()
    const { door } = opened
    await valueOf(door.settings.save({ ...(await settingsOf(opened)), repeatAnchor: 'lastMeeting', repeatMonths: 6 }))
    const { caseId } = await refer(opened, 1, { receivedOn: isoDate('2026-01-10') })
    expect((await refer(opened, 1, { receivedOn: isoDate('2026-01-20') }, caseId)).repeat).toEqual({
      kind: 'neverHeard',
      lastReferralOn: '2026-01-10',
    })
    const { agenda } = await openedMeeting(opened, isoDate('2026-02-05'))
    await valueOf(door.listings.finish({ listingId: only(agenda).listingId, reason: 'Nothing was agreed' }))
    const said = { incidentOn: isoDate('2026-08-05'), incidentKind: 'other' } as const
    expect((await refer(opened, 1, { receivedOn: isoDate('2026-08-10'), ...said }, caseId)).repeat).toMatchObject({
      kind: 'notQualifying',
      anchor: 'lastMeeting',
      lastOn: '2026-02-05',
      until: '2026-08-05',
    })
    const { repeat } = await refer(opened, 1, { receivedOn: isoDate('2026-08-10'), ...said, incidentKind: 'threats' }, caseId)
    expect(repeat.kind).toBe('repeat')
    expect((await valueOf(door.cases.get({ id: caseId }))).repeat).toEqual(repeat)
    // What was said to have happened stands in the record of the case as well, as said by who referred.
    const { entries } = await valueOf(door.record.of({ caseId }))
    expect(entries.map(({ content, provenance }) => [content.kind === 'incident' && content.incident, provenance.saidBy])).toEqual([
      ['other', opened.police],
      ['threats', opened.police],
    ])
  })

  test('a referral that was sent back is not counted', async () => {
    const opened = await openVault()
    const first = await refer(opened, 1, { receivedOn: isoDate('2026-03-10') })
    await valueOf(opened.door.referrals.turnDown({ id: first.referralId, state: 'returned', reason: 'No perpetrator named' }))
    expect((await refer(opened, 1, { receivedOn: isoDate('2026-04-10') }, first.caseId)).repeat).toEqual({ kind: 'first' })
  })
})

describe('waiting and turning down', () => {
  test('what waits is listed oldest first, and not once it is turned down', async () => {
    const opened = await openVault()
    const late = await refer(opened, 1, { receivedOn: isoDate('2026-10-09') })
    const early = await refer(opened, 2, { receivedOn: isoDate('2026-10-02') })
    const waiting = async () => (await valueOf(opened.door.referrals.waiting())).map(({ id }) => id)
    expect(await waiting()).toEqual([early.referralId, late.referralId])
    await valueOf(opened.door.referrals.turnDown({ id: early.referralId, state: 'screenedOut', reason: 'Below every criterion' }))
    expect(await waiting()).toEqual([late.referralId])
    expect((await valueOf(opened.door.cases.get({ id: early.caseId }))).referrals[0]).toMatchObject({
      state: 'screenedOut',
      stateReason: 'Below every criterion',
    })
  })

  test('turning down needs its reason, and happens once', async () => {
    const opened = await openVault()
    const { referralId: id } = await refer(opened, 1)
    expect(await refusalOf(opened.door.referrals.turnDown({ id, state: 'returned', reason: ' ' }))).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'reason' }],
    })
    await valueOf(opened.door.referrals.turnDown({ id, state: 'returned', reason: 'Incomplete' }))
    expect(await refusalOf(opened.door.referrals.turnDown({ id, state: 'returned', reason: 'Incomplete' }))).toEqual({
      code: 'changedMeanwhile',
      what: 'referral',
    })
  })

  test('turning down is taken back: what waited waits again, as it did before', async () => {
    const opened = await openVault()
    const { door } = opened
    const { caseId, referralId: id } = await refer(opened, 1)
    expect(await refusalOf(door.referrals.takeUpAgain({ id }))).toEqual({ code: 'changedMeanwhile', what: 'referral' })
    await valueOf(door.referrals.turnDown({ id, state: 'returned', reason: 'Incomplete' }))
    await valueOf(door.referrals.takeUpAgain({ id }))
    expect((await valueOf(door.referrals.waiting())).map((referral) => referral.id)).toEqual([id])
    expect((await valueOf(door.cases.get({ id: caseId }))).referrals[0]).toMatchObject({ state: 'open', stateReason: '' })

    const { agenda } = await openedMeeting(opened)
    await valueOf(door.listings.defer({ listingId: only(agenda).listingId, reason: 'The advocate was away' }))
    await valueOf(door.referrals.turnDown({ id, state: 'screenedOut', reason: 'Below' }))
    await valueOf(door.referrals.takeUpAgain({ id }))
    expect((await valueOf(door.cases.get({ id: caseId }))).referrals[0]).toMatchObject({
      state: 'deferred',
      stateReason: 'The advocate was away',
    })
  })

  test('a referral on an agenda is not turned down', async () => {
    const opened = await openVault()
    const { referralId: id } = await refer(opened, 1)
    const meetingId = await valueOf(opened.door.meetings.schedule({ heldOn: isoDate('2026-11-05'), startsAt: '09:30' }))
    await valueOf(opened.door.meetings.fillAgenda({ meetingId }))
    expect(await refusalOf(opened.door.referrals.turnDown({ id, state: 'returned', reason: 'Incomplete' }))).toMatchObject({
      code: 'inUse',
      by: 'listing',
    })
  })
})

test('the same two people are found again however their names are written, in both fields', async () => {
  const opened = await openVault()
  const { caseId } = await refer(opened, 1, { victim: { name: "Ludmiła O'Thimblewick" }, perpetrator: { name: 'Barnaby Zoodlecrank' } })
  const find = async (victimName: string, perpetratorName: string) =>
    valueOf(opened.door.referrals.findCases({ victimName, perpetratorName }))
  expect(await find('LUDMIŁA  O’THIMBLEWICK', 'zoodlecrank, barnaby')).toMatchObject([{ caseId, match: 'certain' }])
  expect(await find('Ludmila OThimblewik', 'Barnaby Zoodlecrank')).toMatchObject([{ caseId, match: 'possible' }])
  expect(await find("Ludmiła O'Thimblewick", 'Somebody Elsewick')).toEqual([])
  expect(await find('', 'Barnaby Zoodlecrank')).toEqual([])
})

test('days that have come cannot lie ahead: of the incident, of the assessment, of anybody’s birth', async () => {
  const opened = await openVault()
  const ahead = addDays(todayOnTheWall(), 1)
  for (const [said, path] of [
    [{ receivedOn: ahead }, 'receivedOn'],
    [{ incidentOn: ahead }, 'incidentOn'],
    [{ risk: { tool: 'dash', score: 3, assessedOn: ahead } }, 'risk.assessedOn'],
    [{ victim: { name: 'Ottilie Wafflemoggin', dateOfBirth: ahead } }, 'victim.dateOfBirth'],
    [{ children: [{ name: 'Isadora' }, { dateOfBirth: ahead }] }, 'children.1.dateOfBirth'],
  ] as const satisfies readonly (readonly [ReferralSaid, string])[])
    expect(await refusalOf(opened.door.referrals.record({ draft: referralOf(opened.police, 1, said) }))).toEqual({
      code: 'invalidInput',
      fields: [{ path: `draft.${path}`, problem: 'futureDate' }],
    })
})
