import { isoDate } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closedCase } from '../../../support/closed-case.ts'
import { decryptedPages } from '../../../support/decrypted-pages.ts'
import { keysOf, lookInside } from '../../../support/inside-store.ts'
import { refer, type ReferralSaid } from '../../../support/meeting-room.ts'
import { doorOf, openVault, type OpenVault, refusalOf, reopen, valueOf } from '../../../support/open-vault.ts'

/** Words that stand nowhere else, in every field of a referral. */
function marked(mark: string): ReferralSaid {
  return {
    victim: { name: `${mark} Victimson`, dateOfBirth: isoDate('1987-06-05'), address: `${mark} Street 1`, phone: `0700 ${mark}` },
    perpetrator: { name: `${mark} Perpetson`, address: `${mark} Lane 2`, phone: `0701 ${mark}` },
    relationship: `${mark} tie`,
    children: [{ name: `${mark} Child`, school: `${mark} School` }],
    safeContact: { kind: 'onlyThrough', who: `${mark} Aunt`, note: `${mark} note` },
    criteria: { professionalJudgement: true, judgementReason: `${mark} judgement` },
    summary: `${mark} summary`,
    teamReference: `${mark} ref`,
    sourceContact: `${mark} contact`,
  }
}

const encodings = (mark: string) => [
  Buffer.from(mark),
  Buffer.from(mark.toLowerCase()),
  Buffer.from(mark, 'utf16le'),
  Buffer.from(Buffer.from(mark).toString('hex')),
]

async function isInStore(folder: string, mark: string): Promise<boolean> {
  const pages = decryptedPages(join(folder, 'caseboard.store'), (await keysOf(folder)).store)
  return encodings(mark).some((needle) => pages.includes(needle))
}

/** Entries of the record full of a mark, one of them changed and one removed, so that what it said is kept for undoing. */
async function fillRecord({ door, police }: OpenVault, caseId: CaseId, mark: string): Promise<void> {
  const on = isoDate('2026-10-02')
  const save = (content: Parameters<typeof door.record.save>[0]['content'], at = {}) =>
    valueOf(door.record.save({ caseId, content, provenance: {}, ...at }))
  const note = await save({ kind: 'note', on, text: `${mark} note` })
  await save({ kind: 'note', on, text: `${mark} other note` }, { id: note, version: 1 })
  await valueOf(door.record.remove({ caseId, id: note, version: 2 }))
  await save({ kind: 'voice', on, wants: `${mark} wish`, fears: `${mark} fear`, codeWord: `${mark} word` })
  await save({ kind: 'contactPoint', agencyId: police, meets: 'victim', often: `${mark} gate` })
}

/** A vault with one closed case full of a mark, drafts and a view that name its people, and another case that stays. */
async function markedVault(
  mark: string,
): Promise<{ readonly opened: OpenVault; readonly caseId: Awaited<ReturnType<typeof closedCase>>['caseId']; readonly reference: string }> {
  const opened = await openVault()
  const { caseId, reference } = await closedCase(opened, 1, { said: marked(mark), words: mark })
  const other = await refer(opened, 2, marked('Otherperson'))
  const { door } = opened
  await valueOf(door.links.add({ caseId: other.caseId, otherReference: reference, kind: 'relative', reason: `${mark} link` }))
  await fillRecord(opened, caseId, mark)
  await valueOf(door.drafts.save({ key: `record:${caseId}-voice`, content: JSON.stringify({ wants: `${mark} wish` }) }))
  await valueOf(door.drafts.save({ key: `case:${caseId}`, content: JSON.stringify({ name: `${mark} in a form` }) }))
  await valueOf(door.drafts.save({ key: 'referral:new', content: JSON.stringify({ victim: `${mark} Victimson` }) }))
  await valueOf(door.drafts.save({ key: 'agency:new', content: JSON.stringify({ name: 'Quite Another Thing' }) }))
  await valueOf(door.actions.saveFilter({ name: 'Hers', filter: { search: `${mark} Victimson` } }))
  const csv = `Victim name,Offender Name,Referring Agency,Date of referral\n${mark} Victimson,${mark} Perpetson,Quill Valley Police,not a date\n`
  await valueOf(door.imports.read({ kind: 'referrals', fileName: 'r.csv', bytes: new TextEncoder().encode(csv) }))
  return { opened, caseId, reference }
}

test('after a case was destroyed and the file written anew, nothing of its people is left in any page, and the other case is whole', async () => {
  const mark = 'Zyxcanaryquill'
  const { opened, caseId, reference } = await markedVault(mark)
  opened.vault.close()
  // Control: what is looked for is found while it is there.
  expect(await isInStore(opened.folder, mark)).toBe(true)

  const vault = await reopen(opened.folder)
  const door = doorOf(vault)
  const { destruction } = await valueOf(door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'schedule' }))
  await valueOf(door.retention.sweep())
  expect(await valueOf(door.cases.list({}))).toMatchObject({ total: 1 })
  expect(await valueOf(door.drafts.get({ key: 'agency:new' }))).toContain('Quite Another Thing')
  expect(await valueOf(door.drafts.get({ key: 'referral:new' }))).toBeNull()
  expect(await valueOf(door.actions.savedFilters())).toEqual([])
  expect(await valueOf(door.imports.pending({ kind: 'referrals' }))).toBeNull()
  const record = (await valueOf(door.retention.destructions({}))).rows[0]
  expect(record).toMatchObject({ id: destruction, reason: 'schedule', by: 'Petra Quillpusher', records: [{ kind: 'case', reference }] })
  expect(record?.records[0]?.counts).toMatchObject({
    people: 2,
    children: 1,
    referrals: 1,
    listings: 1,
    facts: 1,
    risks: 1,
    actions: 1,
    entries: 2,
    edits: 5,
    drafts: 3,
    savedViews: 1,
    unfinishedImports: 1,
  })
  vault.close()

  expect(await isInStore(opened.folder, mark)).toBe(false)
  expect(await isInStore(opened.folder, 'Otherperson')).toBe(true)
  for (const name of readdirSync(opened.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()))
    for (const needle of encodings(mark)) expect(readFileSync(join(name.parentPath, name.name)).includes(needle), name.name).toBe(false)
})

test.each([
  ['in two columns', 'Quintessa,Zelda,Somebody Else'],
  ['surname first', '"Quintessa, Zelda",,Somebody Else'],
])('an unfinished import that names her %s goes with her case, one that names somebody else stays', async (_, cells) => {
  for (const [row, left] of [
    [cells, 0],
    ['Quintessa,Somebody,Zelma Else', 1],
  ] as const) {
    const opened = await openVault()
    const { caseId } = await closedCase(opened, 1, { said: { victim: { name: 'Zelda Quintessa' } } })
    const csv = `Victim surname,Victim first name,Offender Name,Referring Agency,Date of referral\n${row},Quill Valley Police,not a date\n`
    await valueOf(opened.door.imports.read({ kind: 'referrals', fileName: 'r.csv', bytes: new TextEncoder().encode(csv) }))
    await valueOf(opened.door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'personAsked' }))
    expect(await lookInside(opened, (store) => store.all('SELECT 1 FROM import_reviews'))).toHaveLength(left)
  }
})

test('where rows are deleted without overwriting, the same search finds what is left (control)', async () => {
  const mark = 'Zyxcontrolquill'
  const { opened, caseId } = await markedVault(mark)
  await lookInside(opened, (store) => {
    store.get('PRAGMA secure_delete = OFF')
    store.write((db) => {
      db.run('DELETE FROM shared_facts')
      db.run('DELETE FROM drafts')
      db.run('UPDATE people SET address = :none', { none: '' })
    })
    expect(store.get<{ n: number }>('SELECT count(*) AS n FROM cases WHERE id = :caseId', { caseId })?.n).toBe(1)
  })
  const pages = decryptedPages(join(opened.folder, 'caseboard.store'), (await keysOf(opened.folder)).store)
  expect(pages.includes(`${mark} in a form`)).toBe(true)
})

test('no row of any table still speaks of a destroyed case, of its referrals, places on agendas or actions', async () => {
  const { opened, caseId } = await markedVault('Zyxrowquill')
  const { door } = opened
  await valueOf(door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'personAsked' }))
  await lookInside(opened, (store) => {
    expect(store.all('PRAGMA foreign_key_check')).toEqual([])
    const columns = store.all<{ table: string; column: string }>(
      `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND c.name IN ('case_id', 'listing_id', 'action_id', 'referral_id', 'current_listing_id')`,
    )
    expect(columns.length).toBeGreaterThan(10)
    for (const { table, column } of columns) {
      if (table === 'destroyed_records') continue
      const parent =
        { case_id: 'cases', listing_id: 'listings', current_listing_id: 'listings', action_id: 'actions', referral_id: 'referrals' }[
          column
        ] ?? ''
      const hanging = store.all(
        `SELECT 1 FROM "${table}" x WHERE x."${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p.id = x."${column}")`,
      )
      expect(hanging, `${table}.${column}`).toEqual([])
    }
    // Her, him and the child of the case that stays.
    expect(store.all('SELECT 1 FROM people')).toHaveLength(3)
    expect(store.problems()).toEqual([])
  })
})

test('neither the number nor the reference of a destroyed case or action is given out again, and the log still names the case', async () => {
  const opened = await openVault()
  const { door } = opened
  const { caseId, reference } = await closedCase(opened, 1)
  const action = (await valueOf(door.cases.get({ id: caseId }))).actions[0]
  await valueOf(door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'schedule' }))
  const next = await closedCase(opened, 2, { said: { receivedOn: isoDate('2026-10-05') } })
  expect(next.caseId).toBeGreaterThan(caseId)
  expect(next.reference).not.toBe(reference)
  expect((await valueOf(door.cases.get({ id: next.caseId }))).actions[0]?.reference).not.toBe(action?.reference)
  const { rows } = await valueOf(door.audit.list({ caseReference: reference }))
  expect(rows.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['referrals.record', 'cases.close', 'retention.destroy']))
  expect(rows.every(({ names }) => names.case === reference)).toBe(true)
  expect(rows.find(({ operation }) => operation === 'actions.record')?.names.action).toBeNull()
})

test('where addresses and ways to reach her are destroyed, they are gone from the record and from what is kept for undoing as well', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const { caseId } = await closedCase(opened, 1)
  const { version, victim, perpetrator } = await valueOf(door.cases.get({ id: caseId }))
  const change = { id: caseId, perpetrator, relationship: '', childrenCount: null, children: [] }
  const corrected = { ...victim, address: 'Zyxpurgequill Street 1' }
  const aunt = { kind: 'onlyThrough', who: 'Zyxpurgequill Aunt' } as const
  await valueOf(door.cases.change({ ...change, version, victim: corrected, safeContact: aunt }))
  await valueOf(door.cases.change({ ...change, version: version + 1, victim, safeContact: { kind: 'doNotContact' } }))
  const on = isoDate('2026-10-02')
  const save = (content: Parameters<typeof door.record.save>[0]['content']) =>
    valueOf(door.record.save({ caseId, content, provenance: {} }))
  await save({ kind: 'voice', on, wants: 'to stay in her flat', codeWord: 'Zyxpurgequill' })
  await save({ kind: 'contactPoint', agencyId: police, meets: 'victim', often: 'Zyxpurgequill gate' })
  await valueOf(door.drafts.save({ key: `record:${caseId}-voice`, content: JSON.stringify({ codeWord: 'Zyxpurgequill' }) }))

  await valueOf(door.retention.destroy({ kind: 'contactDetails', ids: [String(caseId)], reason: 'personAsked' }))
  await valueOf(door.retention.sweep())
  expect((await valueOf(door.record.of({ caseId }))).entries).toMatchObject([{ content: { wants: 'to stay in her flat', codeWord: '' } }])
  expect(await refusalOf(door.record.undo({ caseId }))).toEqual({ code: 'nothingToUndo' })
  expect((await valueOf(door.retention.destructions({}))).rows[0]?.records[0]?.counts).toMatchObject({
    contactWays: 2,
    edits: 4,
    drafts: 1,
  })
  opened.vault.close()
  expect(await isInStore(opened.folder, 'Zyxpurgequill')).toBe(false)
})

test('a sweep that was missed is known after the next unlock, and the certificate waits for it', async () => {
  const { opened, caseId } = await markedVault('Zyxsweepquill')
  const { destruction } = await valueOf(opened.door.retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'schedule' }))
  opened.vault.close()
  // What was deleted is overwritten at once; the sweep takes the freed pages away as well.
  expect(await isInStore(opened.folder, 'Zyxsweepquill')).toBe(false)
  const vault = await reopen(opened.folder)
  const door = doorOf(vault)
  expect((await valueOf(door.retention.overview())).isSweepDue).toBe(true)
  expect((await vault.run('retention.certificate', { destruction })).reply).toEqual({ ok: false, refusal: { code: 'sweepNotDone' } })
  const { bytesBefore, bytesAfter } = await valueOf(door.retention.sweep())
  expect(bytesAfter).toBeLessThanOrEqual(bytesBefore)
  expect((await valueOf(door.retention.overview())).isSweepDue).toBe(false)
  expect((await vault.run('retention.certificate', { destruction })).reply).toMatchObject({ ok: true })
  vault.close()
})
