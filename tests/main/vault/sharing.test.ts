import type { SharedList } from '#contract'
import { isoDate } from '#domain/dates.ts'
import type { ActionId, MeetingId } from '#domain/ids.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { decrypt, encrypt } from 'officecrypto-tool'
import { describe, expect, test } from 'vitest'
import { fillInList } from '../../../build/demo/fill-in-list.ts'
import { only, openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, valueOf } from '../../support/open-vault.ts'

const people = {
  victim: { name: 'Ottilie Wafflemoggin', dateOfBirth: '1990-02-01', address: '12 Never Lane, Quillhaven', phone: '01632 960111' },
  perpetrator: { name: 'Barnaby Zoodlecrank', dateOfBirth: '1988-04-03', address: '', phone: '' },
}

/** A vault whose meeting is closed, with one action each for police and housing. */
async function afterMeeting(text = 'change the locks') {
  const opened = await openVault()
  await refer(opened, 1, people)
  const { meetingId, agenda } = await openedMeeting(opened)
  const listingId = agenda[0]?.listingId ?? 0
  const record = (agencyId: number, description: string) =>
    valueOf(opened.door.actions.record({ listingId, agencyId, description, dueOn: '2026-12-14', isSafetyAction: true }))
  const action = await record(opened.housing, text)
  await record(opened.police, 'mark the address for a quick answer')
  await valueOf(opened.door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(opened.door.meetings.close({ meetingId }))
  return { ...opened, meetingId, action }
}

async function save({ vault }: Pick<OpenVault, 'vault'>, meetingId: MeetingId, agencyId: number) {
  const { reply, files = [] } = await vault.run('sharing.save', { meetingId, agencyIds: [agencyId] })
  if (!reply.ok) throw new Error(reply.refusal.code)
  const [list] = reply.value as readonly SharedList[]
  const xlsx = files.find(({ name }) => name.endsWith('.xlsx'))
  if (!list || !xlsx) throw new Error('nothing was saved')
  return { list, files, xlsx: xlsx.bytes }
}

const readBack = ({ door }: OpenVault, bytes: Uint8Array) =>
  door.sharing.readReturn({ fileName: 'returned.xlsx', bytes: new Uint8Array(bytes) })

describe('what goes out', () => {
  test('is the agency’s own actions only, by case reference', async () => {
    const vault = await afterMeeting()
    const { rows } = await valueOf(vault.door.sharing.preview({ meetingId: vault.meetingId, agencyId: vault.housing }))
    expect(rows.map(({ actionId, caseReference, outgoing }) => [actionId, caseReference, outgoing])).toEqual([
      [vault.action, 'HR-2026-0001', 'change the locks'],
    ])
  })

  test('withholds name, date of birth, address and phone of everybody in the meeting’s cases, and says so', async () => {
    const vault = await afterMeeting("Call Ottilie (01632 960111, born 1/2/1990) at 12 Never Lane about Zoodlecrank's car")
    const { rows } = await valueOf(vault.door.sharing.preview({ meetingId: vault.meetingId, agencyId: vault.housing }))
    const [row] = rows
    for (const known of ['Ottilie', 'Zoodlecrank', '960111', '1990', 'Never Lane']) expect(row?.outgoing).not.toContain(known)
    expect(new Set(row?.withheld.map(({ kind }) => kind))).toEqual(new Set(['name', 'phone', 'dateOfBirth', 'address']))
  })

  test('withholds whom she is reached through, and her code word', async () => {
    const vault = await afterMeeting('Ask Amapola before you ring; the word is heron lamp')
    const { id, version, victim, perpetrator, relationship, childrenCount, children } = await valueOf(
      vault.door.cases.get({ id: only((await valueOf(vault.door.cases.list({}))).rows).id }),
    )
    const safeContact = { kind: 'onlyThrough', who: 'Amapola, her sister' } as const
    const provenance = {}
    await valueOf(
      vault.door.cases.change({ id, version, victim, perpetrator, relationship, childrenCount, children: [...children], safeContact }),
    )
    await valueOf(
      vault.door.record.save({ caseId: id, content: { kind: 'voice', on: isoDate('2026-01-02'), codeWord: 'Heron Lamp' }, provenance }),
    )
    const { rows } = await valueOf(vault.door.sharing.preview({ meetingId: vault.meetingId, agencyId: vault.housing }))
    expect(only(rows).outgoing).toBe('Ask [name] before you ring; the word is [withheld]')
  })

  test('is two files under the agency’s password, with neutral names and a version that counts', async () => {
    const vault = await afterMeeting()
    const first = await save(vault, vault.meetingId, vault.housing)
    expect(first.files.map(({ name }) => name)).toEqual([
      '2026-11_housing-options_actions_v1.pdf',
      '2026-11_housing-options_actions_v1.xlsx',
    ])
    const second = await save(vault, vault.meetingId, vault.housing)
    expect(second.list).toMatchObject({ version: 2, password: first.list.password })
    expect((await valueOf(vault.door.sharing.password({ agencyId: vault.housing }))).password).toBe(first.list.password)
  })

  test('is marked outdated once an action of it changes', async () => {
    const vault = await afterMeeting()
    await save(vault, vault.meetingId, vault.housing)
    const share = async () =>
      (await valueOf(vault.door.sharing.overview({ meetingId: vault.meetingId }))).find(({ agencyId }) => agencyId === vault.housing)
    expect((await share())?.lastList).toMatchObject({ version: 1, isOutdated: false })
    await valueOf(vault.door.actions.changeStatus({ id: vault.action, version: 1, status: 'inProgress' }))
    expect((await share())?.lastList).toMatchObject({ version: 1, isOutdated: true })
  })

  test('that could not be written is taken out of the record, so that its version is not used up', async () => {
    const vault = await afterMeeting()
    const { list } = await save(vault, vault.meetingId, vault.housing)
    await valueOf(vault.door.sharing.discard({ listIds: [list.listId] }))
    expect((await save(vault, vault.meetingId, vault.housing)).list.version).toBe(1)
  })

  test('names an action that was withdrawn after it was sent, in the next meeting’s list, once', async () => {
    const vault = await afterMeeting()
    await save(vault, vault.meetingId, vault.housing)
    await valueOf(vault.door.actions.changeStatus({ id: vault.action, version: 1, status: 'withdrawn', reason: 'he would notice' }))
    await refer(vault, 2)
    const next = await openedMeeting(vault, isoDate('2026-12-03'))
    const { rows } = await valueOf(vault.door.sharing.preview({ meetingId: next.meetingId, agencyId: vault.housing }))
    expect(rows.map(({ actionId, status }) => [actionId, status])).toEqual([[vault.action, 'withdrawn']])
    await save(vault, next.meetingId, vault.housing)
    await refer(vault, 3)
    const third = await valueOf(vault.door.meetings.schedule({ heldOn: '2027-01-07', startsAt: '09:30' }))
    expect((await valueOf(vault.door.sharing.preview({ meetingId: third, agencyId: vault.housing }))).rows).toEqual([])
  })

  test('is marked outdated for the agency from which an action was moved to another', async () => {
    const vault = await afterMeeting()
    await save(vault, vault.meetingId, vault.housing)
    await valueOf(
      vault.door.actions.change({
        id: vault.action,
        version: 1,
        agencyId: vault.health,
        description: 'change the locks',
        dueOn: '2026-12-14',
        isSafetyAction: true,
      }),
    )
    const shares = await valueOf(vault.door.sharing.overview({ meetingId: vault.meetingId }))
    expect(shares.find(({ agencyId }) => agencyId === vault.housing)?.lastList).toMatchObject({ isOutdated: true })
  })

  test('is nothing for an agency without actions', async () => {
    const vault = await afterMeeting()
    expect((await vault.vault.run('sharing.save', { meetingId: vault.meetingId, agencyIds: [vault.health] })).reply).toEqual({
      ok: false,
      refusal: { code: 'nothingToShare' },
    })
  })

  test('tells two agencies apart whose names come out the same', async () => {
    const vault = await afterMeeting()
    await valueOf(
      vault.door.agencies
        .add({ name: 'Housing: Options', sector: 'housing', isCore: false })
        .then((added) => (added.ok ? added : vault.door.agencies.add({ name: 'Housing Optionś 2', sector: 'housing', isCore: false }))),
    )
    const { files } = await save(vault, vault.meetingId, vault.housing)
    expect(new Set(files.map(({ name }) => name)).size).toBe(2)
  })
})

describe('what comes back', () => {
  test('shows the difference of each action and changes nothing before it is accepted', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const review = await valueOf(
      readBack(vault, await fillInList(xlsx, list.password, [{ status: 'complete', comment: 'done on Monday' }])),
    )
    expect(review).toMatchObject({ agencyName: 'Housing Options', version: 1 })
    expect(review.rows.map(({ outcome }) => outcome)).toEqual([
      { kind: 'change', from: 'agreed', to: 'complete', comment: 'done on Monday' },
    ])
    expect((await valueOf(vault.door.actions.list({ state: 'all' }))).rows.map(({ status }) => status)).toEqual(['agreed', 'agreed'])
    expect(await valueOf(vault.door.sharing.acceptReturn({ token: review.token, actionIds: [vault.action] }))).toEqual({ applied: 1 })
    const history = await valueOf(vault.door.actions.history({ id: vault.action }))
    expect(history.at(-1)).toMatchObject({ source: 'agencyReturn', change: { kind: 'status', to: 'complete' }, reason: 'done on Monday' })
  })

  test('takes none of what was not accepted', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const { token } = await valueOf(readBack(vault, await fillInList(xlsx, list.password, [{ status: 'complete', comment: '' }])))
    expect(await valueOf(vault.door.sharing.acceptReturn({ token, actionIds: [] }))).toEqual({ applied: 0 })
    expect((await valueOf(vault.door.actions.list({ state: 'ended' }))).total).toBe(0)
    expect(await refusalOf(vault.door.sharing.acceptReturn({ token, actionIds: [vault.action] }))).toEqual({ code: 'importExpired' })
  })

  test('is refused as stale where the action was changed here meanwhile', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const filled = await fillInList(xlsx, list.password, [{ status: 'complete', comment: '' }])
    await valueOf(vault.door.actions.changeStatus({ id: vault.action, version: 1, status: 'inProgress' }))
    const { rows } = await valueOf(readBack(vault, filled))
    expect(rows.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'stale' }])
  })

  test('that goes stale between reading and accepting is refused whole', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const { token } = await valueOf(readBack(vault, await fillInList(xlsx, list.password, [{ status: 'complete', comment: '' }])))
    await valueOf(vault.door.actions.changeStatus({ id: vault.action, version: 1, status: 'inProgress' }))
    expect(await refusalOf(vault.door.sharing.acceptReturn({ token, actionIds: [vault.action] }))).toEqual({
      code: 'changedMeanwhile',
      what: 'action',
    })
  })

  test('is refused row by row where its words were altered', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const filled = await fillInList(xlsx, list.password, [{ status: 'complete', comment: '' }])
    const parts = unzipSync(new Uint8Array(await decrypt(Buffer.from(filled), { password: list.password })))
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).replace('change the locks', 'leave the locks')
    const altered = encrypt(Buffer.from(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings) })), { password: list.password })
    const { rows } = await valueOf(readBack(vault, altered))
    expect(rows.map(({ outcome }) => outcome)).toEqual([{ kind: 'refused', reason: 'altered' }])
    expect(rows.map(({ agreed, description }) => [agreed, description])).toEqual([['change the locks', 'leave the locks']])
  })

  test('from another vault is not ours', async () => {
    const [one, other] = [await afterMeeting(), await afterMeeting()]
    const { xlsx, list } = await save(one, one.meetingId, one.housing)
    const plain = await decrypt(Buffer.from(xlsx), { password: list.password })
    // Copies of one vault share its key: the list is sealed rightly and still unknown there.
    expect(await refusalOf(readBack(other, plain))).toEqual({ code: 'returnNotOurs' })
  })

  test('asks for the password where none of ours opens it, and takes the one that is typed', async () => {
    const vault = await afterMeeting()
    const { xlsx, list } = await save(vault, vault.meetingId, vault.housing)
    const plain = await decrypt(Buffer.from(xlsx), { password: list.password })
    const theirs = new Uint8Array(encrypt(Buffer.from(plain), { password: 'their own words' }))
    expect(await refusalOf(readBack(vault, theirs))).toEqual({ code: 'returnPasswordUnknown' })
    const review = await valueOf(vault.door.sharing.readReturn({ fileName: 'x.xlsx', bytes: theirs, password: 'their own words' }))
    expect(review.rows.map(({ actionId }): ActionId | null => actionId)).toEqual([vault.action])
  })
})
