import { isoDate } from '#domain/dates.ts'
import { entriesOf } from '#domain/record/entry.ts'
import { heldVoice } from '#domain/record/held-voice.ts'
import { describe, expect, test } from 'vitest'
import { csvOf, everything, importRows, onlyCase, perpetrator, plain, type Row, victim } from '../../support/import-rows.ts'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const telling: Row = {
  ...plain,
  'Victim alias': 'Tilly W.',
  'Victim other address': '9 Sample Row, Testville',
  Language: 'Polish',
  Interpreter: 'yes',
  'Access needs': 'Step-free',
  'What she wants': 'To keep the flat',
  Fears: 'That he finds her at work',
  'Was she asked': 'yes',
  'Code word': 'lantern',
  'Safe time to call': 'Weekdays 9-11',
  'Not safe to talk to': 'His mother Olga Invented; the neighbours',
  'Incident type': 'Threats to kill',
  'Incident date': '30/10/2026',
  'Housing needs': 'needs refuge space',
  'Income / benefits': 'met',
  'Arrest date': '31/10/2026',
  'Next hearing': '10/12/2026',
  'Release date': 'pending',
  'Bail conditions': 'Not to enter Sample Row',
  GPS: 'maybe later',
  'Perp aware of MARAC': 'no',
  'Shoe size': '38',
}

describe('a row that tells of the record', () => {
  test('becomes a case with its entries, each said by the referring agency on the day of the referral', async () => {
    const vault = await openVault()
    const { imported } = await importRows(vault, [telling], ['Shoe size'])
    expect(imported).toBe(1)
    const { entries, people, detail } = await everything(vault, await onlyCase(vault))
    for (const { provenance } of entries)
      expect(provenance).toEqual({ saidBy: vault.police, saidOn: '2026-11-02', basis: 'fact', isPrivileged: false })
    expect(entries.map(({ content }) => content)).toMatchObject([
      { kind: 'incident', incident: 'threats', on: '2026-10-30', identifiedBy: vault.police },
      {
        kind: 'voice',
        on: '2026-11-02',
        wants: 'To keep the flat',
        fears: 'That he finds her at work',
        wasAsked: 'yes',
        codeWord: 'lantern',
      },
      { kind: 'awareness', on: '2026-11-02', heKnows: 'no' },
      { kind: 'need', domain: 'housing', state: 'open', note: 'needs refuge space' },
      { kind: 'need', domain: 'income', state: 'met' },
      { kind: 'chainLink', link: 'arrest', state: 'done', on: '2026-10-31' },
      { kind: 'chainLink', link: 'hearing', state: 'planned', on: '2026-12-10' },
      { kind: 'chainLink', link: 'release', state: 'waiting', on: null },
      { kind: 'measure', measure: 'bail', state: 'inForce', conditions: 'Not to enter Sample Row' },
      { kind: 'note', on: '2026-11-02', text: 'GPS: maybe later\nShoe size: 38' },
    ])
    expect(people.victim.person.details).toMatchObject({
      aliases: ['Tilly W.'],
      otherAddresses: [{ text: '9 Sample Row, Testville', knownTo: 'unknown' }],
      language: 'Polish',
      needsInterpreter: 'yes',
      accessNeeds: 'Step-free',
    })
    expect(people.ties).toMatchObject([
      { person: { name: 'Olga Invented' }, tie: { role: 'parent', side: 'perpetrator', isSafeToTalkTo: 'no' } },
    ])
    expect(detail.safeContact).toEqual({
      kind: 'doNotContact',
      note: 'Safe time to call: Weekdays 9-11\nNot safe to talk to: the neighbours',
    })
    expect(detail.referrals[0]?.incidentKind).toBe('threats')
  })

  test('says before it is imported what has no field, and leaves out a column that nobody chose to keep', async () => {
    const vault = await openVault()
    const { review } = await importRows(vault, [telling])
    expect(review.rows[0]?.notes).toContainEqual({ field: 'gps', code: 'keptInNote', value: 'maybe later' })
    expect(review.unplaced.map(({ index }) => review.columns[index]?.header)).toEqual(['Shoe size'])
    const { entries } = await everything(vault, await onlyCase(vault))
    expect(JSON.stringify(entries)).not.toContain('Shoe')
  })

  test('a day that cannot be is refused by its column, and mended like any other', async () => {
    const { door } = await openVault()
    const bytes = csvOf({ ...telling, 'Arrest date': '31/02/2026' })
    const review = await valueOf(door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes }))
    expect(review.rows[0]?.problems).toMatchObject([
      { field: 'arrestOn', column: 'Arrest date', value: '31/02/2026', code: 'impossibleDate' },
    ])
    const mended = await valueOf(door.imports.mendRow({ token: review.token, row: 2, values: { arrestOn: '28/02/2026' } }))
    expect(mended.counts).toMatchObject({ ready: 1, refused: 0 })
  })

  test('a column that is kept counts as placed, and the choice outlasts a new look at the file', async () => {
    const { door } = await openVault()
    const review = await valueOf(door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes: csvOf(telling) }))
    const shoes = review.columns.find(({ header }) => header === 'Shoe size')?.index ?? -1
    const { token, mapping } = review
    const kept = await valueOf(door.imports.remap({ token, mapping, kept: [shoes], dayFirst: true, createAgencies: false }))
    expect([kept.kept, kept.unplaced]).toEqual([[shoes], []])
    expect((await valueOf(door.imports.pending({ kind: 'referrals' })))?.kept).toEqual([shoes])
  })
})

describe('what an advocate gives', () => {
  const ofAdvocate = { ...telling, 'Referring agency': 'Lantern Victim Advocates' }

  test('by a row is privileged, even where the import makes the agency, and is undone exactly', async () => {
    const vault = await openVault()
    await importRows(vault, [plain])
    const caseId = await onlyCase(vault)
    const before = await everything(vault, caseId)
    const { importId } = await importRows(vault, [{ ...ofAdvocate, 'Date of referral': '10/11/2026' }], ['Shoe size'])
    const { entries } = await everything(vault, caseId)
    expect(new Set(entries.map(({ content }) => content.kind))).toEqual(
      new Set(['incident', 'voice', 'awareness', 'need', 'chainLink', 'measure', 'note']),
    )
    expect(entries.filter(({ provenance }) => !provenance.isPrivileged)).toEqual([])
    expect(await valueOf(vault.door.imports.undo({ id: importId }))).toEqual({ removed: 1, stays: [] })
    expect((await everything(vault, caseId)).entries).toEqual(before.entries)
  })

  test('by the form is privileged; told by the police as well, it is open too', async () => {
    const vault = await openVault()
    const advocate = await valueOf(vault.door.agencies.add({ name: 'Lantern Lights', sector: 'advocate', isCore: true }))
    const incident = { incidentKind: 'threats', incidentOn: isoDate('2026-10-03') } as const
    const { caseId } = await refer(vault, 1, { ...incident, sourceAgencyId: advocate })
    const privileged = async () =>
      entriesOf((await everything(vault, caseId)).entries, 'incident').map(({ provenance }) => [provenance.saidBy, provenance.isPrivileged])
    expect(await privileged()).toEqual([[advocate, true]])
    await refer(vault, 1, incident, caseId)
    expect(await privileged()).toEqual([
      [advocate, true],
      [vault.police, false],
    ])
  })
})

describe('a row of a known case', () => {
  async function known() {
    const vault = await openVault()
    await importRows(vault, [telling])
    return { vault, caseId: await onlyCase(vault) }
  }

  test('that says the same again adds its referral and nothing to the record', async () => {
    const { vault, caseId } = await known()
    const before = await everything(vault, caseId)
    await importRows(vault, [{ ...telling, 'Date of referral': '10/11/2026' }])
    const after = await everything(vault, caseId)
    expect(after.detail.referrals).toHaveLength(2)
    expect(after.entries).toEqual(before.entries)
    expect(after.people.victim.person.details).toEqual(before.people.victim.person.details)
    expect(after.people.ties).toEqual(before.people.ties)
    expect(after.detail.safeContact).toEqual(before.detail.safeContact)
  })

  test('that says otherwise changes nothing that stands, and what it says is kept in a note', async () => {
    const { vault, caseId } = await known()
    const before = await everything(vault, caseId)
    await importRows(vault, [
      {
        ...telling,
        'Date of referral': '10/11/2026',
        Language: 'Ukrainian',
        Interpreter: 'no',
        'Housing needs': 'met',
        'Victim alias': 'Otti',
        'Code word': '',
        'What she wants': 'To move away',
        'Safe time to call': 'Never before noon',
      },
    ])
    const after = await everything(vault, caseId)
    expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries)
    const added = after.entries.slice(before.entries.length).map(({ content }) => content)
    expect(added).toMatchObject([
      // What she said before still holds where the row says nothing of it.
      { kind: 'voice', on: '2026-11-10', wants: 'To move away', fears: 'That he finds her at work', codeWord: 'lantern' },
      { kind: 'note', text: 'Interpreter: no\nLanguage: Ukrainian\nHousing needs: met' },
    ])
    expect(after.people.victim.person.details).toMatchObject({ language: 'Polish', needsInterpreter: 'yes', aliases: ['Tilly W.', 'Otti'] })
    expect(after.detail.safeContact).toEqual({
      kind: 'doNotContact',
      note: 'Safe time to call: Weekdays 9-11\nNot safe to talk to: the neighbours\nSafe time to call: Never before noon',
    })
  })

  test('carries on nothing that was said in confidence or by another agency, and all of it still holds as it was said', async () => {
    const vault = await openVault()
    await importRows(vault, [plain])
    const caseId = await onlyCase(vault)
    const before = {
      kind: 'voice',
      on: '2026-10-30',
      wasAsked: 'yes',
      wants: 'To flee to Testville',
      fears: 'His brother',
      codeWord: 'heron',
    } as const
    await valueOf(vault.door.record.save({ caseId, provenance: { isPrivileged: true }, content: before }))
    await importRows(vault, [{ ...plain, 'Date of referral': '20/11/2026', Fears: 'The dogs' }])
    const voices = entriesOf((await everything(vault, caseId)).entries, 'voice')
    expect(voices.at(-1)).toMatchObject({
      content: { on: '2026-11-20', wasAsked: 'unknown', wants: '', fears: 'The dogs', codeWord: '', agreed: 'unknown' },
      provenance: { saidBy: vault.police, isPrivileged: false },
    })
    const { listingId } = only((await openedMeeting(vault)).agenda)
    const { voice } = await valueOf(vault.door.listings.get({ listingId }))
    expect(voice).toMatchObject({ on: '2026-10-30', wasAsked: 'yes', wants: '', fears: 'The dogs', isInConfidence: true })
    expect(heldVoice(voices)?.content).toMatchObject({ wants: 'To flee to Testville', codeWord: 'heron' })
  })

  test('that says openly what was known in confidence alone is said openly from then on', async () => {
    const vault = await openVault()
    await importRows(vault, [plain])
    const caseId = await onlyCase(vault)
    const closed = { isPrivileged: true }
    for (const content of [
      { kind: 'awareness', on: '2026-10-30', heKnows: 'no' },
      { kind: 'need', domain: 'housing', state: 'open' },
      { kind: 'chainLink', link: 'arrest', state: 'done', on: '2026-10-31' },
    ] as const)
      await valueOf(vault.door.record.save({ caseId, content, provenance: closed }))
    const row = {
      ...plain,
      'Date of referral': '20/11/2026',
      'Perp aware of MARAC': 'no',
      'Housing needs': 'yes',
      'Arrest date': '31/10/2026',
    }
    const { importId } = await importRows(vault, [row])
    const open = (await everything(vault, caseId)).entries.filter(({ provenance }) => !provenance.isPrivileged)
    expect(open.map(({ content }) => content)).toMatchObject([
      { kind: 'awareness', on: '2026-11-20', heKnows: 'no' },
      { kind: 'chainLink', link: 'arrest', on: '2026-10-31' },
      { kind: 'note', text: 'Housing needs: yes' },
    ])
    expect(await valueOf(vault.door.imports.undo({ id: importId }))).toEqual({ removed: 1, stays: [] })
    expect((await everything(vault, caseId)).entries).toHaveLength(3)
  })

  test('with another address and phone keeps both beside those that stand', async () => {
    const vault = await openVault()
    await importRows(vault, [{ ...plain, 'Victim address': '1 Sample Row', 'Victim phone': '07700 900001' }])
    const caseId = await onlyCase(vault)
    await importRows(vault, [
      { ...plain, 'Date of referral': '10/11/2026', 'Victim address': '2 Sample Row', 'Victim phone': '07700 900002' },
    ])
    const { person } = (await everything(vault, caseId)).people.victim
    expect([person.address, person.phone]).toEqual(['1 Sample Row', '07700 900001'])
    expect(person.details).toMatchObject({ otherAddresses: [{ text: '2 Sample Row' }], otherPhones: [{ number: '07700 900002' }] })
  })

  test('leaves a way to reach her that was agreed as it is, with the words of the row beside it', async () => {
    const vault = await openVault()
    const { caseId } = await valueOf(
      vault.door.referrals.record({
        draft: {
          sourceAgencyId: vault.police,
          receivedOn: '2026-05-01',
          victim: { name: victim, dateOfBirth: '1990-02-01' },
          perpetrator: { name: perpetrator },
          safeContact: { kind: 'direct', how: 'Text her sister first' },
          criteria: { escalation: true },
        },
      }),
    )
    await importRows(vault, [{ ...plain, 'Safe to contact?': 'Only by text' }])
    expect((await everything(vault, caseId)).detail.safeContact).toEqual({
      kind: 'direct',
      how: 'Text her sister first',
      when: '',
      mayLeaveMessage: false,
      note: 'Only by text',
    })
  })

  test('that says no to contact goes before a way that was agreed, which is kept in a note; undone, it stands as it did', async () => {
    const vault = await openVault()
    const { caseId } = await refer(vault, 1, {
      victim: { name: victim, dateOfBirth: isoDate('1990-02-01') },
      perpetrator: { name: perpetrator },
      safeContact: { kind: 'direct', how: 'Text her sister first' },
    })
    const before = await everything(vault, caseId)
    const { importId } = await importRows(vault, [{ ...plain, 'Safe to contact?': 'No' }])
    const after = await everything(vault, caseId)
    expect(after.detail.safeContact).toEqual({ kind: 'doNotContact', note: 'Safe to contact?: No' })
    expect(after.entries.map(({ content }) => content)).toMatchObject([
      { kind: 'note', text: 'Safe contact, also said: directly Text her sister first' },
    ])
    expect(await valueOf(vault.door.imports.undo({ id: importId }))).toEqual({ removed: 1, stays: [] })
    const undone = await everything(vault, caseId)
    expect([undone.detail.safeContact, undone.entries]).toEqual([before.detail.safeContact, before.entries])
  })

  test('two rows of one incident make one entry of it', async () => {
    const vault = await openVault()
    const other = { ...telling, 'Referring agency': 'Housing Options', 'Date of referral': '03/11/2026' }
    await importRows(vault, [telling, other])
    const { entries } = await everything(vault, await onlyCase(vault))
    expect(entriesOf(entries, 'incident')).toHaveLength(1)
  })
})

test('what is entered of the record is found in no log', async () => {
  const vault = await openVault()
  await importRows(vault, [telling], ['Shoe size'])
  const log = JSON.stringify(await valueOf(vault.door.audit.list({})))
  for (const word of ['lantern', 'Olga', 'Polish', 'refuge space']) expect(log).not.toContain(word)
  expect(await refusalOf(vault.door.imports.undo({ id: 99 }))).toEqual({ code: 'notFound', what: 'import' })
})
