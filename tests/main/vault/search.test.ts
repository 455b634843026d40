import { isoDate } from '#domain/dates.ts'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { closedCase } from '../../support/closed-case.ts'
import { decryptedPages } from '../../support/decrypted-pages.ts'
import { keysOf, lookInside } from '../../support/inside-store.ts'
import { openedMeeting, only, refer } from '../../support/meeting-room.ts'
import { doorOf, openVault, type OpenVault, passphrase, reopen, valueOf } from '../../support/open-vault.ts'

/** A case heard at a meeting, with something of everything that can be found. */
async function heardCase() {
  const opened = await openVault()
  const { door, police, housing } = opened
  const { caseId } = await refer(opened, 1, {
    victim: { name: 'Zofia Łąkowa', dateOfBirth: isoDate('1983-03-23'), address: '4 Thimble Lane', phone: '0700 900 123' },
    perpetrator: { name: "Cormac O'Fiction" },
    summary: 'He waited by the orchard gate.',
    criteria: { professionalJudgement: true, judgementReason: 'The worker was frightened by his calm.' },
  })
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(door.listings.turnTo({ listingId }))
  await valueOf(door.listings.addFact({ listingId, agencyId: housing, basis: 'fact', text: 'The landlord kept a spare key.' }))
  await valueOf(door.listings.addRisk({ listingId, text: 'He knows the shortcut over the viaduct.' }))
  const action = await valueOf(
    door.actions.record({ listingId, agencyId: housing, description: 'Change the locks and the buzzer', dueOn: isoDate('2027-01-15') }),
  )
  const { version } = only((await valueOf(door.actions.list({}))).rows)
  await valueOf(door.actions.changeStatus({ id: action, version, status: 'notPossible', reason: 'The carpenter has moved abroad.' }))
  const on = isoDate('2026-10-20')
  await valueOf(
    door.record.save({ caseId, content: { kind: 'note', on, text: 'Her sister brought marzipan.' }, provenance: { saidBy: police } }),
  )
  await valueOf(door.record.save({ caseId, content: { kind: 'voice', on, wants: 'to keep the allotment' }, provenance: {} }))
  const find = async (text: string, more: Partial<Parameters<typeof door.search.find>[0]> = {}) =>
    valueOf(door.search.find({ text, ...more }))
  const sourcesOf = async (text: string, more: Parameters<typeof find>[1] = {}) => (await find(text, more)).rows.map(({ source }) => source)
  return { ...opened, caseId, meetingId, find, sourcesOf }
}

describe('one search', () => {
  test('finds people, cases, referrals, the record, actions and what came of them, what was said at meetings, and agencies', async () => {
    const { sourcesOf, caseId, find, meetingId } = await heardCase()
    expect(await sourcesOf('lakowa')).toEqual(['person'])
    expect(await sourcesOf("O'Fiction")).toEqual(['person'])
    expect(await sourcesOf('ofiction')).toEqual(['person'])
    expect(await sourcesOf('"thimble lane"')).toEqual(['person'])
    expect(await sourcesOf('23/03/1983')).toEqual(['person'])
    expect(await sourcesOf('lakowa 23.3.1983')).toEqual(['person'])
    expect(await sourcesOf('22/03/1983')).toEqual([])
    expect(await sourcesOf('0700900123')).toEqual(['person'])
    expect(await sourcesOf('+0700900124')).toEqual([])
    expect(await sourcesOf('orchard')).toEqual(['referral'])
    expect(await sourcesOf('frightened')).toEqual(['referral'])
    expect(await sourcesOf('marzipan')).toEqual(['entry'])
    expect(await sourcesOf('allotment')).toEqual(['entry'])
    expect(await sourcesOf('buzzer')).toEqual(['action'])
    expect(await sourcesOf('carpenter')).toEqual(['event'])
    expect(await sourcesOf('landlord')).toEqual(['fact'])
    expect(await sourcesOf('viaduct')).toEqual(['risk'])
    expect(await sourcesOf('truncheonby')).toEqual(['teamPerson'])
    expect(await sourcesOf('HR-2026-0001')).toEqual(['case'])
    expect(only((await find('viaduct')).rows)).toMatchObject({ caseId, meetingId, kind: 'meeting', reference: 'HR-2026-0001' })
    const hit = only((await find('marzipan')).rows)
    expect(hit).toMatchObject({ kind: 'entry', entryKind: 'note', on: '2026-10-20', victimName: 'Zofia Łąkowa' })
    expect(hit.snippet).toEqual([
      { text: 'Her sister brought ', isMatch: false },
      { text: 'marzipan', isMatch: true },
      { text: '.', isMatch: false },
    ])
  })

  test('is narrowed by what is typed and by the form, and counts every kind', async () => {
    const { find, sourcesOf, housing } = await heardCase()
    expect(await sourcesOf('the')).toEqual(expect.arrayContaining(['action', 'referral', 'fact', 'risk', 'entry']))
    const all = await find('the')
    expect(all.counts.find(({ kind }) => kind === 'meeting')).toMatchObject({ count: 2, isMore: false })
    expect(await sourcesOf('the kind:referral')).toEqual(['referral'])
    expect((await find('the kind:referral')).counts).toEqual(all.counts)
    expect(await sourcesOf('the', { kinds: ['referral'] })).toEqual(['referral'])
    expect((await sourcesOf('the agency:housing')).toSorted()).toEqual(['action', 'fact'])
    expect((await sourcesOf('the', { agencyId: housing })).toSorted()).toEqual(['action', 'fact'])
    expect(await sourcesOf('the agency:nobody')).toEqual(await sourcesOf('the'))
    expect((await find('the agency:nobody')).notes).toEqual([{ code: 'filterUnknown', field: 'agency', word: 'nobody' }])
    expect(await sourcesOf('the from:2027')).toEqual(['action'])
    expect(await sourcesOf('the to:2026-10-20 -marzipan')).toEqual(['entry', 'referral'])
    expect(await sourcesOf('allotment state:closed')).toEqual([])
    expect(await sourcesOf('allotment state:listed')).toEqual(['entry'])
    expect(await sourcesOf('marzipan OR buzzer')).toEqual(['action', 'entry'])
    expect(await sourcesOf('"keep the allotment" -marzipan')).toEqual(['entry'])
    expect(await sourcesOf('locks NOT buzzer')).toEqual([])
  })

  test('takes a misspelt word for the one that is there, says so, and looks for exactly what was typed when asked', async () => {
    const { find } = await heardCase()
    expect(await find('marzpian')).toMatchObject({ total: 1, corrections: [{ typed: 'marzpian', used: ['marzipan'], how: 'spelling' }] })
    expect(await find('Zofai Lakova')).toMatchObject({ total: 1, rows: [{ title: 'Zofia Łąkowa' }] })
    expect(await find('marzi')).toMatchObject({ total: 1, corrections: [{ typed: 'marzi', used: ['marzi*'], how: 'beginning' }] })
    expect(await find('marzpian', { isExact: true })).toMatchObject({ total: 0, corrections: [], offers: [] })
    expect(await find('"marzpian"')).toMatchObject({ total: 0 })
    expect(await find('0700 900 124')).toMatchObject({ total: 0 })
  })

  test('follows every change: what was corrected is found as it is now, and what was removed is found no more', async () => {
    const { door, caseId, find } = await heardCase()
    const { entries } = await valueOf(door.record.of({ caseId }))
    const note = entries.find(({ content }) => content.kind === 'note')
    if (note?.content.kind !== 'note') throw new Error('no note')
    await valueOf(
      door.record.save({
        caseId,
        id: note.id,
        version: note.version,
        content: { ...note.content, text: 'Her sister brought nougat.' },
        provenance: {},
      }),
    )
    expect([(await find('marzipan')).total, (await find('nougat')).total]).toEqual([0, 1])
    await valueOf(door.record.undo({ caseId }))
    expect([(await find('marzipan')).total, (await find('nougat')).total]).toEqual([1, 0])
    await valueOf(door.record.remove({ caseId, id: note.id, version: note.version + 2 }))
    expect((await find('marzipan')).total).toBe(0)
  })

  test('tells of a restricted case that it is one, and nothing of what it says, to those who may open it', async () => {
    const { door, caseId, find } = await heardCase()
    const { slotId } = await valueOf(
      door.keys.add({ current: passphrase, name: 'Dora', role: 'deputy', passphrase: 'eleven copper kettles sing at dusk' }),
    )
    await valueOf(door.restrictions.set({ caseId, reason: 'Her cousin sits at the desk.', agencyIds: [], slotIds: [slotId] }))
    for (const text of ['lakowa', 'marzipan', 'orchard', 'buzzer', 'viaduct']) {
      const { rows } = await find(text)
      expect(rows, text).toMatchObject([
        { isRestricted: true, reference: 'HR-2026-0001', snippet: [], victimName: '', perpetratorName: '' },
      ])
      expect(JSON.stringify(rows).toLowerCase()).not.toMatch(/kowa|marzipan|orchard|buzzer|viaduct/)
    }
  })

  test('is noted in the log once in five minutes, in which no word that was looked for may stand', async () => {
    const { door, find } = await heardCase()
    const before = (await valueOf(door.audit.list({}))).total
    await find('marzipan')
    await find('marzipan orchard')
    const after = await valueOf(door.audit.list({}))
    expect(after.total).toBe(before + 1)
    expect(after.rows[0]).toMatchObject({ operation: 'search.find', facts: {}, outcome: 'done' })
    expect(JSON.stringify(after)).not.toMatch(/marzipan|orchard/)
  })
})

/** What lies in the file, and the words that the index knows. */
async function leftOf({ folder }: Pick<OpenVault, 'folder'>, word: string): Promise<boolean> {
  const pages = decryptedPages(join(folder, 'caseboard.store'), (await keysOf(folder)).store)
  // The index keeps of a word what it does not share with the one before it: its end is always there.
  return pages.includes(Buffer.from(word.toLowerCase().slice(-8)))
}

describe('of a case that was destroyed', () => {
  const words = 'Quizzicalumbra'

  test('no word is left in the index, nor in any page of the file', async () => {
    const opened = await openVault()
    const { caseId } = await closedCase(opened, 1, { words, said: { summary: words, victim: { name: `Ottilie ${words}` } } })
    await closedCase(opened, 2, { words: 'Otherwiseordinary' })
    opened.vault.close()
    expect(await leftOf(opened, words)).toBe(true)
    const vault = await reopen(opened.folder)
    await valueOf(doorOf(vault).retention.destroy({ kind: 'case', ids: [String(caseId)], reason: 'personAsked' }))
    expect((await valueOf(doorOf(vault).search.find({ text: words }))).total).toBe(0)
    await valueOf(doorOf(vault).retention.sweep())
    vault.close()
    await lookInside(opened, (store) => {
      expect(store.all('SELECT term FROM search_words WHERE term LIKE :word', { word: '%zzicalum%' })).toEqual([])
      expect(store.all('SELECT term FROM search_words WHERE term = :word', { word: 'otherwiseordinary' })).toHaveLength(1)
    })
    expect(await leftOf(opened, words)).toBe(false)
  })

  test.each([
    ['no word of a removed note is left in the index before the file is written anew', 1, false],
    ['but where the index only notes what is deleted it would be (control)', 0, true],
  ])('%s', async (_, secureDelete, isLeft) => {
    const opened = await openVault()
    const { caseId } = await refer(opened, 1)
    await valueOf(
      opened.door.record.save({ caseId, content: { kind: 'note', on: isoDate('2026-10-02'), text: `She said ${words}.` }, provenance: {} }),
    )
    await lookInside(opened, (store) =>
      store.write((db) => {
        db.run(`INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', ${String(secureDelete)})`)
        db.run('DELETE FROM case_edits')
        db.run('DELETE FROM case_entries')
      }),
    )
    expect(await leftOf(opened, words)).toBe(isLeft)
  })
})
