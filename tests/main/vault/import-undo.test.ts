import type { CaseId, ImportId } from '#domain/ids.ts'
import { noDetails } from '#domain/people/details.ts'
import { describe, expect, test } from 'vitest'
import { csvOf, everything, importRows, onlyCase, perpetrator, plain, type Row, victim } from '../../support/import-rows.ts'
import { lookInside } from '../../support/inside-store.ts'
import { refer, schedule } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const telling: Row = {
  ...plain,
  'Victim alias': 'Tilly W.',
  'Victim phone': '07700 900001',
  Language: 'Polish',
  'What she wants': 'To keep the flat',
  'Housing needs': 'yes',
  'Arrest date': '31/10/2026',
  'Safe to talk to': 'Her sister Ana Ficticia',
  'Safe to contact?': 'Only by text',
}
const other: Row = {
  ...telling,
  'Victim name': 'Mirabel Inkwellish',
  'Victim DOB': '03/04/1991',
  Perpetrator: 'Casper Blottering',
  'Safe to talk to': '',
}

/** The records as they are stored, without what counts up: nothing but versions may differ once an import is undone. */
async function recordsInside(vault: OpenVault): Promise<string> {
  const tables = {
    cases:
      'id, reference, victim_id, perpetrator_id, relationship, children_count, safe_contact, last_referral_on, last_risk_score, is_repeat, closed_on, closed_reason, closed_note',
    people: 'id, name, name_key, date_of_birth, address, phone, details',
    case_ties: 'id, case_id, person_id, role, side, is_safe_to_talk_to, lives_with, note',
    case_entries: 'id, case_id, kind, content, said_by, said_on, basis, import_id',
    referrals: 'id, case_id, source_agency_id, state, import_id',
    agencies: 'id, name, sector, email',
    import_gaps: '*',
    import_case_marks: '*',
    import_agency_marks: '*',
  }
  return lookInside(vault, (store) =>
    JSON.stringify(
      Object.entries(tables).map(([table, columns]) => [table, store.all(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`)]),
      null,
      1,
    ),
  )
}

async function knownCase(vault: OpenVault): Promise<CaseId> {
  const { caseId } = await valueOf(
    vault.door.referrals.record({
      draft: {
        sourceAgencyId: vault.police,
        receivedOn: '2026-05-01',
        victim: { name: victim, dateOfBirth: '1990-02-01' },
        perpetrator: { name: perpetrator },
        criteria: { escalation: true },
      },
    }),
  )
  const draft = { caseId, content: { kind: 'voice', on: '2026-05-02', wants: 'Peace' }, provenance: {} } as const
  await valueOf(vault.door.record.save(draft))
  return caseId
}

const undo = ({ door }: OpenVault, id: ImportId, keepsChanged = false) => door.imports.undo({ id, keepsChanged })

/** The reference of a case. */
const referenceOf = async (vault: OpenVault, id: CaseId) => (await valueOf(vault.door.cases.get({ id }))).reference

describe('an import that was undone', () => {
  test('leaves the records as they were, byte for byte: known cases, entries, people, ties, agencies that it made', async () => {
    const [before, after] = await Promise.all(
      [false, true].map(async (isImported) => {
        const vault = await openVault()
        const caseId = await knownCase(vault)
        const { referrals, version } = await valueOf(vault.door.cases.get({ id: caseId }))
        await valueOf(vault.door.referrals.turnDown({ id: referrals[0]?.id ?? 0, state: 'screenedOut', reason: 'Invented' }))
        await valueOf(vault.door.cases.close({ id: caseId, version, reason: 'transferred', closedOn: '2026-06-01', note: 'Invented' }))
        if (isImported) {
          const bytes = csvOf(telling, other, {
            ...other,
            'Date of referral': '05/11/2026',
            'Referring agency': 'Quillhaven Lighthouse Trust',
          })
          const { token, mapping } = await valueOf(vault.door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes }))
          await valueOf(vault.door.imports.remap({ token, mapping, dayFirst: true, createAgencies: true }))
          const { importId, imported } = await valueOf(vault.door.imports.commit({ token }))
          expect(imported).toBe(3)
          expect(await valueOf(undo(vault, importId))).toEqual({ removed: 3, stays: [] })
        }
        return recordsInside(vault)
      }),
    )
    expect(after).toBe(before)
  })

  test('is undone though other things of a known case were changed since, which stay', async () => {
    const vault = await openVault()
    const caseId = await knownCase(vault)
    const { importId } = await importRows(vault, [telling])
    const { people, detail } = await everything(vault, caseId)
    const { person } = people.victim
    const content = {
      name: person.name,
      dateOfBirth: person.dateOfBirth,
      address: '4 Sample Row',
      phone: person.phone,
      details: { ...person.details, occupation: 'Baker' },
    }
    await valueOf(vault.door.people.save({ id: person.id, version: person.version, caseId, content }))
    await valueOf(vault.door.record.save({ caseId, content: { kind: 'note', on: '2026-11-10', text: 'Written since' }, provenance: {} }))
    expect(await valueOf(undo(vault, importId))).toEqual({ removed: 1, stays: [] })
    const after = await everything(vault, caseId)
    expect(after.people.victim.person).toMatchObject({ address: '4 Sample Row', phone: '', details: { ...noDetails, occupation: 'Baker' } })
    expect(after.entries.map(({ content: { kind } }) => kind)).toEqual(['voice', 'note'])
    expect(after.people.ties).toEqual([])
    expect(detail.referrals).toHaveLength(2)
  })
})

type Change = (vault: OpenVault, caseId: CaseId) => Promise<unknown>

const personOf = async (vault: OpenVault, caseId: CaseId) => (await everything(vault, caseId)).people.victim.person

/** Later edits of what an import wrote into a case. */
const changes: readonly (readonly [string, Change])[] = [
  [
    'an entry was corrected',
    async (vault, caseId) => {
      const { entries } = await everything(vault, caseId)
      const need = entries.find(({ content }) => content.kind === 'need')
      if (!need) throw new Error('no need')
      const content = { kind: 'need', domain: 'housing', state: 'met' } as const
      return valueOf(vault.door.record.save({ caseId, id: need.id, version: need.version, content, provenance: need.provenance }))
    },
  ],
  [
    'an entry was removed',
    async (vault, caseId) => {
      const { entries } = await everything(vault, caseId)
      const link = entries.find(({ content }) => content.kind === 'chainLink')
      return valueOf(vault.door.record.remove({ caseId, id: link?.id ?? 0, version: link?.version ?? 0 }))
    },
  ],
  [
    'a link was tied to one of its links',
    async (vault, caseId) => {
      const { entries } = await everything(vault, caseId)
      const dependsOn = entries.find(({ content }) => content.kind === 'chainLink')?.id ?? null
      return valueOf(
        vault.door.record.save({ caseId, content: { kind: 'chainLink', link: 'charge', state: 'waiting', dependsOn }, provenance: {} }),
      )
    },
  ],
  [
    'the phone that it gave was changed',
    async (vault, caseId) => {
      const { id, version, ...person } = await personOf(vault, caseId)
      return valueOf(vault.door.people.save({ id, version, caseId, content: { ...person, phone: '07700 900999' } }))
    },
  ],
  [
    'a name that it gave was taken out',
    async (vault, caseId) => {
      const { id, version, ...person } = await personOf(vault, caseId)
      return valueOf(vault.door.people.save({ id, version, caseId, content: { ...person, details: { ...person.details, aliases: [] } } }))
    },
  ],
  [
    'a person whom it named was told apart as not safe',
    async (vault, caseId) => {
      const tied = (await everything(vault, caseId)).people.ties[0]
      if (!tied) throw new Error('no tie')
      const { id: tieId, version, role, side, livesWith, note } = tied.tie
      return valueOf(vault.door.people.changeTie({ caseId, tieId, version, tie: { role, side, livesWith, note, isSafeToTalkTo: 'no' } }))
    },
  ],
  [
    'the way to reach her was changed',
    async (vault, caseId) => {
      const { detail } = await everything(vault, caseId)
      const { id, version, victim: she, perpetrator: he, relationship, childrenCount, children } = detail
      const safeContact = { kind: 'direct', how: 'Ring after nine' } as const
      return valueOf(
        vault.door.cases.change({
          id,
          version,
          victim: she,
          perpetrator: he,
          relationship,
          childrenCount,
          children: [...children],
          safeContact,
        }),
      )
    },
  ],
  [
    'a further referral gave a more cautious way to reach her',
    (vault, caseId) => refer(vault, 1, { safeContact: { kind: 'doNotContact', note: 'He has her phone' } }, caseId),
  ],
  [
    'its referral was turned down',
    async (vault, caseId) => {
      const { detail } = await everything(vault, caseId)
      return valueOf(vault.door.referrals.turnDown({ id: detail.referrals[0]?.id ?? 0, state: 'returned', reason: 'No address' }))
    },
  ],
  [
    'its referral was put on an agenda',
    async (vault, caseId) => {
      const meetingId = await schedule(vault)
      return valueOf(vault.door.meetings.addToAgenda({ meetingId, caseId, referralId: null }))
    },
  ],
  ['a hold was placed on it', (vault, caseId) => valueOf(vault.door.retention.placeHold({ caseId, reason: 'A court asked for it.' }))],
]

describe.each(changes)('where since %s', (_, change) => {
  test.each([
    ['known', true],
    ['made by the import', false],
  ])('the undoing of a case %s is refused by its reference, and nothing goes', async (__, isKnown) => {
    const vault = await openVault()
    if (isKnown) await knownCase(vault)
    const { importId } = await importRows(vault, [telling, other])
    const { rows } = await valueOf(vault.door.cases.list({ search: victim }))
    const caseId = rows[0]?.id
    if (caseId === undefined) throw new Error('no case')
    await change(vault, caseId)
    const reference = await referenceOf(vault, caseId)
    const before = await everything(vault, caseId)
    expect(await refusalOf(undo(vault, importId))).toEqual({ code: 'importBuiltUpon', references: [reference] })
    expect((await valueOf(vault.door.cases.list({}))).total).toBe(2)
    // Asked to, it takes back the rest and says what stays, whole.
    expect(await valueOf(undo(vault, importId, true))).toEqual({ removed: 1, stays: [reference] })
    expect((await valueOf(vault.door.cases.list({}))).total).toBe(1)
    expect(await everything(vault, caseId)).toEqual(before)
    const [past] = await valueOf(vault.door.imports.history())
    expect(past).toMatchObject({ stays: 1 })
    expect(past?.undoneAt).not.toBeNull()
  })
})

test('a known case stays while somebody of it is in a case that is held, whose record would change with it', async () => {
  const vault = await openVault()
  const { door } = vault
  const caseId = await knownCase(vault)
  const { importId } = await importRows(vault, [telling])
  const held = await refer(vault, 2)
  const { person } = (await valueOf(door.people.ofCase({ caseId }))).victim
  await valueOf(
    door.people.addTie({ caseId: held.caseId, person: { kind: 'known', personId: person.id }, tie: { role: 'ally', side: 'victim' } }),
  )
  await valueOf(door.retention.placeHold({ caseId: held.caseId, reason: 'A court asked for it.' }))
  const references = [await referenceOf(vault, caseId)]
  expect(await refusalOf(undo(vault, importId))).toEqual({ code: 'importBuiltUpon', references })
  expect(await valueOf(undo(vault, importId, true))).toEqual({ removed: 0, stays: references })
  expect((await valueOf(door.people.get({ id: person.id }))).person.phone).toBe(telling['Victim phone'])
})

test('an edit that was itself undone is none: the import can be undone', async () => {
  const vault = await openVault()
  const { importId } = await importRows(vault, [telling])
  const caseId = await onlyCase(vault)
  const correct = changes[0]?.[1]
  await correct?.(vault, caseId)
  await valueOf(vault.door.record.undo({ caseId }))
  expect(await valueOf(undo(vault, importId))).toEqual({ removed: 1, stays: [] })
})

test('of two imports of one case the later one is undone first', async () => {
  const vault = await openVault()
  const first = await importRows(vault, [telling])
  const second = await importRows(vault, [{ ...telling, 'Date of referral': '10/11/2026', 'Victim alias': 'Otti' }])
  const reference = await referenceOf(vault, await onlyCase(vault))
  expect(await refusalOf(undo(vault, first.importId))).toEqual({ code: 'importBuiltUpon', references: [reference] })
  expect(await valueOf(undo(vault, second.importId))).toEqual({ removed: 1, stays: [] })
  expect(await valueOf(undo(vault, first.importId))).toEqual({ removed: 1, stays: [] })
  expect((await valueOf(vault.door.cases.list({}))).total).toBe(0)
})

describe('an agency that an import made', () => {
  const name = 'Quillhaven Lighthouse Trust'

  async function madeAgency() {
    const vault = await openVault()
    const bytes = csvOf({ ...other, 'Referring agency': name })
    const { token, mapping } = await valueOf(vault.door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes }))
    await valueOf(vault.door.imports.remap({ token, mapping, dayFirst: true, createAgencies: true }))
    const { importId } = await valueOf(vault.door.imports.commit({ token }))
    const agency = (await valueOf(vault.door.agencies.list({}))).find((each) => each.name === name)
    if (!agency) throw new Error('no agency')
    return { vault, importId, agency }
  }

  test('stays where an entry of another case was said by it', async () => {
    const { vault, importId, agency } = await madeAgency()
    const { caseId } = await refer(vault, 1)
    await valueOf(
      vault.door.record.save({
        caseId,
        content: { kind: 'note', on: '2026-11-01', text: 'Said by them' },
        provenance: { saidBy: agency.id },
      }),
    )
    expect(await refusalOf(undo(vault, importId))).toEqual({ code: 'importBuiltUpon', references: [name] })
    expect(await valueOf(undo(vault, importId, true))).toEqual({ removed: 1, stays: [name] })
  })

  test('stays where an entry names it in what it says', async () => {
    const { vault, importId, agency } = await madeAgency()
    const { caseId } = await refer(vault, 1)
    await valueOf(
      vault.door.record.save({ caseId, content: { kind: 'contactPoint', agencyId: agency.id, meets: 'victim' }, provenance: {} }),
    )
    expect(await refusalOf(undo(vault, importId))).toEqual({ code: 'importBuiltUpon', references: [name] })
  })

  test('stays where it was changed', async () => {
    const { vault, importId, agency } = await madeAgency()
    const { id, sector, isCore, notes } = agency
    await valueOf(vault.door.agencies.change({ id, draft: { name, sector, isCore, notes, email: 'post@lighthouse.example' } }))
    expect(await refusalOf(undo(vault, importId))).toEqual({ code: 'importBuiltUpon', references: [name] })
  })
})
