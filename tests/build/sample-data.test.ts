import { addDays, addMonths, isoDate } from '#domain/dates.ts'
import { guessAgencyColumns } from '#domain/intake/agency-columns.ts'
import { guessColumns } from '#domain/intake/column-guess.ts'
import { findDuplicates } from '#domain/intake/duplicates.ts'
import { actionStatuses } from '#domain/action.ts'
import { sectors } from '#domain/agency.ts'
import { nameKey } from '#domain/person.ts'
import { readQuickAction } from '#domain/quick-action.ts'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { agenciesCsv, sampleAgencies } from '../../build/sample-data/agencies.ts'
import { sampleHistory } from '../../build/sample-data/history.ts'
import { mensNames, surnames, womensNames } from '../../build/sample-data/invented-words.ts'
import { agencyNameFor, scriptedCase, scriptedDeferrals, scriptedPresence } from '../../build/sample-data/meeting-script.ts'
import { pairCount, samplePair } from '../../build/sample-data/pairs.ts'
import { expectedReferrals, referralsCsv } from '../../build/sample-data/referrals.ts'
import { seedHistory } from '../../build/sample-data/seed-history.ts'
import { doorOf, makeVault, temporaryFolder, todayOnTheWall, valueOf } from '../support/open-vault.ts'

const today = isoDate('2026-12-03')
const table = (csv: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ''), { skipEmptyLines: true }).data
const [header = [], ...rows] = table(referralsCsv(today))
const cell = (row: readonly string[] | undefined, name: string) => row?.[header.indexOf(name)] ?? ''

test('the same files are written again, and other days move the dates only', () => {
  expect(referralsCsv(today)).toBe(referralsCsv(today))
  expect(agenciesCsv()).toBe(agenciesCsv())
  const names = (csv: string) => table(csv).map((row) => row[0])
  expect(names(referralsCsv(isoDate('2027-03-01')))).toEqual(names(referralsCsv(today)))
})

test('there are as many rows as is written beside them, troubles where they are said to be', () => {
  expect(rows).toHaveLength(expectedReferrals.rows)
  expect(expectedReferrals.ready + expectedReferrals.refused + expectedReferrals.duplicate).toBe(expectedReferrals.rows)
  const at = (number: number) => rows[number - 2]
  expect(cell(at(9), 'Date of referral')).toBe('31/02/2026')
  expect(sampleAgencies.map(({ name }) => name)).not.toContain(cell(at(18), 'Referring Agency'))
  expect(cell(at(27), 'Perp')).toBe('not known')
  expect(at(36)).toEqual(at(12))
  const repeats = rows.flatMap((row, index) => (cell(row, 'Repeat?') === 'Y' ? [index + 2] : []))
  expect(repeats).toHaveLength(expectedReferrals.knownPairs)
  expect(repeats.filter((row) => expectedReferrals.trouble.some((trouble) => trouble.row === row))).toEqual([])
})

test('all dates of referral lie in the month before the day, and after the last meeting of the history', () => {
  const dates = rows.map((row) => cell(row, 'Date of referral').split('/').toReversed().join('-')).filter((date) => !date.endsWith('-31'))
  const lastMeeting = sampleHistory(today).at(-1)?.heldOn ?? today
  for (const date of dates) {
    expect(date >= addDays(today, -26) && date < today).toBe(true)
    expect(date > lastMeeting).toBe(true)
  }
})

test('every column of both files finds its field by itself', () => {
  // One column is the team's own business: the demo keeps it in a note.
  expect(guessColumns(header, rows).unplaced.map(({ header: heading }) => heading)).toEqual(['Neighbourhood beat'])
  const [agencyHeader = [], ...agencyRows] = table(agenciesCsv())
  expect(guessAgencyColumns(agencyHeader, agencyRows).unplaced).toEqual([])
})

test('no two pairs look like one, but for the pair that was meant', () => {
  const pairs = Array.from({ length: pairCount }, (_, index) => ({
    ...samplePair(index),
    row: index,
    receivedOn: today,
    agencyName: 'Quill Valley Police',
  }))
  expect(findDuplicates(pairs, [])).toEqual([])
  for (const { victim, perpetrator } of pairs) expect(nameKey(victim.name)).not.toBe(nameKey(perpetrator.name))
})

test('phones are those set aside for invented people, mail goes to example.org, and there are names enough', () => {
  for (const row of rows) expect(cell(row, 'Tel')).toMatch(/^(?:07700 900|01632 960)\d{3}$/)
  expect(
    agenciesCsv()
      .match(/[\w.-]+@[\w.-]+/g)
      ?.every((address) => address.endsWith('@example.org')),
  ).toBe(true)
  expect(new Set([...womensNames, ...mensNames]).size).toBe(womensNames.length + mensNames.length)
  expect(new Set(surnames).size).toBe(160)
})

test('history and referrals go through the vault as is written beside them, and leave a month to carry on with', async () => {
  const { vault } = await makeVault(temporaryFolder())
  const door = doorOf(vault)
  const now = todayOnTheWall()
  const { meetings, cases } = await seedHistory(door, now)
  expect(cases).toBe(22)
  const held = await Promise.all(meetings.map((meetingId) => valueOf(door.meetings.get({ meetingId }))))
  expect(held.map(({ state, caseCount }) => ({ state, caseCount }))).toEqual([
    { state: 'closed', caseCount: 14 },
    { state: 'closed', caseCount: 14 },
  ])
  expect(held.map(({ heldOn }) => heldOn < now && heldOn >= addMonths(now, -3))).toEqual([true, true])
  expect(held.flatMap(({ agenda }) => agenda.filter(({ outcome }) => outcome === 'deferred'))).toHaveLength(3)
  expect(new Set(held[1]?.agenda.map(({ listingType }) => listingType))).toEqual(
    new Set(['new', 'repeat', 'deferredBefore', 'carriedOver']),
  )

  const actions = await valueOf(door.actions.list({ state: 'all', limit: 500 }))
  // Nothing is ever recorded as merely proposed: what the room agrees to is agreed.
  expect(new Set(actions.rows.map(({ status }) => status))).toEqual(new Set(actionStatuses.filter((status) => status !== 'proposed')))
  const month = await valueOf(door.home.thisMonth())
  expect(month.totals.overdueActions).toBeGreaterThan(5)
  expect(month.totals.openActions).toBeGreaterThan(month.totals.overdueActions)
  expect(month.referralsWaiting.count).toBe(2)
  expect(month.casesWithoutSafetyAction).toHaveLength(1)

  const review = await valueOf(door.imports.read({ kind: 'referrals', fileName: 'referrals.csv', bytes: Buffer.from(referralsCsv(now)) }))
  const strict = await valueOf(
    door.imports.remap({ token: review.token, mapping: review.mapping, dayFirst: review.dayFirst, createAgencies: false }),
  )
  const { ready, refused, duplicate, knownPairs, trouble } = expectedReferrals
  expect(strict.counts).toEqual({ ready, refused, duplicate, leftOut: 0 })
  const inTrouble = strict.rows.filter(({ verdict }) => verdict !== 'ready')
  expect(
    inTrouble
      .map(({ number, problems, duplicate: twin }) => ({
        row: number,
        column: problems[0]?.column ?? null,
        code: problems[0]?.code ?? twin?.kind,
      }))
      .toSorted((a, b) => a.row - b.row),
  ).toEqual(trouble)
  expect(strict.rows.filter((row) => row.verdict === 'ready' && row.duplicate?.kind === 'knownPair')).toHaveLength(knownPairs)
  expect(await valueOf(door.imports.commit({ token: review.token }))).toMatchObject({ imported: ready })

  const next = await valueOf(door.meetings.schedule({ heldOn: addDays(now, 7), startsAt: '09:30' }))
  const { candidates } = await valueOf(door.meetings.get({ meetingId: next }))
  expect(new Set(candidates.map(({ why }) => why))).toEqual(new Set(['deferredBefore', 'carriedOver', 'repeat', 'new']))
  vault.close()
}, 60_000)

test('every case of a meeting has something said and agreed, by agencies of the team, and two are deferred', () => {
  const agenda = Array.from({ length: 41 }, (_, place) => ({
    listingType: place % 9 === 8 ? ('carriedOver' as const) : ('new' as const),
    hasChildren: place < 20,
    place,
    summary: '',
  }))
  const deferrals = scriptedDeferrals(agenda)
  expect(deferrals.size).toBe(2)
  const names = new Set(sampleAgencies.map(({ name }) => name))
  const speakers = new Set<string>()
  for (const listing of agenda) {
    const script = scriptedCase(listing, deferrals.get(listing.place), sampleAgencies, today)
    if (script.kind === 'defer') continue
    expect(script.actionLines.length).toBeGreaterThan(0)
    expect(script.actionLines.length).toBeLessThanOrEqual(4)
    for (const line of script.actionLines) {
      expect(line).toMatch(/^[A-Z][A-Za-z ]+: .+ by \d{1,2} (?:dec|jan)(?: !safety)?(?: !unnoticed)?$/)
      speakers.add(line.slice(0, line.indexOf(':')))
    }
    for (const { agencyName } of script.facts) expect(names).toContain(agencyName)
  }
  expect(speakers).toEqual(names)
})

test('every line of the script is read by the meeting as it was meant', () => {
  const agencies = sampleAgencies.map(({ name, sector }, index) => ({ id: (index + 1) as never, name, sector }))
  for (let place = 0; place < 36; place += 1) {
    const script = scriptedCase({ listingType: 'new', hasChildren: place % 2 === 0, place, summary: '' }, undefined, sampleAgencies, today)
    for (const line of script.kind === 'discuss' ? script.actionLines : []) {
      const read = readQuickAction(line, { on: today, order: 'dayFirst', agencies })
      expect(read.problems).toEqual([])
      expect(read.agency).toMatchObject({ kind: 'one', agency: { name: line.slice(0, line.indexOf(':')) } })
      expect(line).toContain(`: ${read.description} by `)
      expect(read.isSafetyAction).toBe(line.includes(' !safety'))
      expect(read.marks).toEqual(line.endsWith(' !unnoticed') ? ['unnoticed'] : [])
      expect(read.dueOn !== null && read.dueOn > today && read.dueOn <= addDays(today, 30)).toBe(true)
    }
  }
})

test('what is said follows the reason of the referral, and names nobody', () => {
  const reason = cell(rows[0], 'Reason')
  const script = scriptedCase({ listingType: 'new', hasChildren: true, place: 17, summary: reason }, undefined, sampleAgencies, today)
  const other = scriptedCase({ listingType: 'new', hasChildren: true, place: 3, summary: reason }, undefined, sampleAgencies, today)
  expect(script).toMatchObject({ kind: 'discuss', risks: other.kind === 'discuss' ? other.risks : [] })
  const everything = JSON.stringify([script, sampleHistory(today).map(({ hearings }) => hearings)])
  const words = new Set(everything.match(/\p{L}+/gu))
  expect([...womensNames, ...mensNames, ...surnames].filter((name) => words.has(name))).toEqual([])
})

test('a team without some of the sectors is spoken for by what it has', () => {
  const team = [
    { name: 'County Sheriff', sector: 'police' as const },
    { name: 'Safe Harbor', sector: 'advocate' as const },
  ]
  for (const sector of sectors) expect(team.map(({ name }) => name)).toContain(agencyNameFor(team, sector))
  expect(agencyNameFor(team, 'shelter')).toBe('Safe Harbor')
})

test('a small table is all there; of a large one somebody is missing', () => {
  const seats = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      agencyId: index as never,
      agencyName: `Agency ${index}`,
      isCore: index < 4,
      personId: null,
      personName: '',
      presence: 'expected' as const,
      declaredAt: null,
    }))
  expect(scriptedPresence(seats(3)).every(({ presence }) => presence === 'present')).toBe(true)
  expect(
    scriptedPresence(seats(12))
      .filter(({ presence }) => presence !== 'present')
      .map(({ presence }) => presence),
  ).toEqual(['apologies', 'absent'])
})
