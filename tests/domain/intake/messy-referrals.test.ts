import { isoDate } from '#domain/dates.ts'
import { guessColumns } from '#domain/intake/column-guess.ts'
import { guessDayOrder } from '#domain/intake/day-order.ts'
import { findDuplicates } from '#domain/intake/duplicates.ts'
import { agencyFinder } from '#domain/intake/known-agency.ts'
import { type ReferralField, referralValues } from '#domain/intake/referral-fields.ts'
import { readReferralRow } from '#domain/intake/referral-row.ts'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readSpreadsheet } from '../../../main/vault/documents/spreadsheet.ts'

const today = isoDate('2026-11-24')

/** What must become of a row; only what is given here is compared. */
type Outcome = {
  readonly row: number
  readonly reference: string
  readonly kind: 'draft' | 'refused'
  readonly problems?: readonly string[]
  readonly victim?: string
  readonly victimBorn?: string
  readonly receivedOn?: string
  readonly children?: number
  readonly highRisk?: boolean
  readonly agency?: string
  readonly duplicate?: string
}

const fixture = (name: string) => readFile(new URL(`../../fixtures/${name}`, import.meta.url))

/** The whole way of a file, as the vault takes it, without a store. */
async function readFixture(name: string, agencies: readonly string[]) {
  const bytes = new Uint8Array(await fixture(name))
  const sheet = await readSpreadsheet({ name, bytes })
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal))
  const { header, rows, format } = sheet.value
  const guess = guessColumns(
    header,
    rows.map(({ cells }) => cells),
  )
  const dateColumns = [guess.mapping.receivedOn, guess.mapping.victimDateOfBirth].filter((column) => column !== null)
  const { order } = guessDayOrder(
    rows.flatMap(({ cells }) => dateColumns.map((column) => cells[column] ?? '')),
    'uk',
  )
  const columns = Object.fromEntries(
    Object.entries(guess.mapping).flatMap(([field, column]) => (column === null ? [] : [[field, header[column] ?? '']])),
  ) as Partial<Record<ReferralField, string>>
  const findAgency = agencyFinder(agencies.map((agency) => ({ name: agency })))
  const read = rows.map(({ number, cells }) => ({
    number,
    cells,
    read: readReferralRow(referralValues(cells, guess.mapping), {
      today,
      order,
      findAgency,
      mayMakeAgencies: false,
      usualTool: 'dash',
      columns,
    }),
  }))
  return { guess, read, format, header }
}

test('every row of a messy file is imported right or refused for its own reason', async () => {
  const expected: readonly Outcome[] = JSON.parse((await fixture('messy-referrals.expected.json')).toString())
  const { read, guess, header } = await readFixture('messy-referrals.csv', [
    'Riverton Police Department',
    'Harbour Refuge',
    'Elm Valley Housing Association',
  ])
  expect(guess.unplaced.map(({ header: heading, reason }) => [heading, reason])).toEqual([['Ethnicity', 'noField']])
  expect(header).toHaveLength(20)

  const drafts = read.flatMap(({ number, read: row }) =>
    row.kind === 'draft'
      ? [
          {
            row: number,
            receivedOn: row.draft.receivedOn,
            agencyName: row.draft.sourceAgencyName,
            victim: row.draft.victim,
            perpetrator: row.draft.perpetrator,
          },
        ]
      : [],
  )
  const referenceOf = new Map(read.map(({ number, cells }) => [number, cells[0]]))
  const duplicates = new Map(
    findDuplicates(drafts, []).map(({ row, kind, withRow }) => [row, `${kind} with ${referenceOf.get(withRow ?? 0)}`]),
  )

  const outcomes = read.map(({ number, cells, read: row }, index) => {
    const like = expected[index]
    const head = { row: number, reference: cells[0], kind: row.kind }
    if (row.kind === 'refused')
      return { ...head, problems: row.problems.map(({ field, code, suggestions }) => [field, code, ...suggestions].join(' ')) }
    const { draft } = row
    const duplicate = duplicates.get(number)
    return {
      ...head,
      victim: draft.victim.name,
      ...(like?.victimBorn === undefined ? {} : { victimBorn: draft.victim.dateOfBirth }),
      ...(like?.receivedOn === undefined ? {} : { receivedOn: draft.receivedOn }),
      ...(like?.children === undefined ? {} : { children: draft.childrenCount }),
      ...(like?.highRisk === undefined ? {} : { highRisk: draft.criteria.visibleHighRisk }),
      ...(like?.agency === undefined ? {} : { agency: draft.sourceAgencyName }),
      ...(duplicate === undefined ? {} : { duplicate }),
    }
  })
  expect(outcomes).toEqual(expected)
})

test('nothing that was written in a row is lost or altered on the way', async () => {
  const { read } = await readFixture('messy-referrals.csv', ['Riverton Police Department'])
  const first = read[0]?.read
  expect(first).toMatchObject({
    kind: 'draft',
    draft: {
      victim: { address: '1 Sample Row\nTestville\nTS1 1ST', phone: '07700 900123' },
      safeContact: { kind: 'doNotContact', note: 'Safe contact: Y' },
      summary: 'Said "never again"; broke the door.\nSecond line, with a comma',
      childrenDetails: 'aged 4, 6',
      teamReference: 'R-1',
    },
  })
})

test('a Spanish file in Windows-1252 with semicolons reads whole', async () => {
  const { read, guess, format } = await readFixture('referrals-windows-1252.csv', ['Policía de Ríomar'])
  expect(format).toEqual({ kind: 'csv', encoding: 'windows-1252', delimiter: ';' })
  expect(guess.unplaced).toEqual([])
  expect(read.map(({ read: row }) => row)).toMatchObject([
    {
      kind: 'draft',
      draft: {
        victim: { name: 'Añoranza Muñoz', dateOfBirth: '1985-03-04' },
        perpetrator: { name: 'Óscar Ficticio' },
        sourceAgencyName: 'Policía de Ríomar',
        childrenCount: 2,
        summary: 'Teme al “ex”; vive a 5 € de taxi – sola',
      },
    },
    { kind: 'draft', draft: { victim: { name: 'Zoë Façade' }, receivedOn: '2026-11-04', childrenCount: 0 } },
  ])
})
