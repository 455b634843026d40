import { operationList } from '#contract'
import type { OpenStore } from '#db'
import { cpSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordTables } from '../../../db/store-facts.ts'
import { type Vault, vaultOf } from '../../../main/vault/vault.ts'
import { sampleRequests } from '../../torture/sample-requests.ts'
import { schemaSample } from '../../torture/schema-sample.ts'
import { asDeputy, caseToHide, type HiddenCase, secretWord } from '../../support/hidden-case.ts'
import { refer } from '../../support/meeting-room.ts'
import { openMadeStoreWith } from '../../support/look-inside.ts'
import { doorOf, passphrase, quickCost, refusalOf, reopen, temporaryFolder, valueOf } from '../../support/open-vault.ts'

const inside = operationList.filter(({ kind }) => kind !== 'shell' && kind !== 'door')

let made: HiddenCase
/** The records with the case hidden from the deputy, closed; one more copy to try everything on; and the same records with nothing hidden. */
let folder = ''
let triedFolder = ''
let openFolder = ''
beforeAll(async () => {
  made = await caseToHide()
  openFolder = temporaryFolder()
  triedFolder = temporaryFolder()
  made.opened.vault.close()
  cpSync(made.opened.folder, openFolder, { recursive: true })
  const vault = await reopen(made.opened.folder)
  const { caseId, deputySlot } = made
  await valueOf(doorOf(vault).restrictions.set({ caseId, reason: `${secretWord} is her cousin.`, agencyIds: [], slotIds: [deputySlot] }))
  vault.close()
  ;({ folder } = made.opened)
  cpSync(folder, triedFolder, { recursive: true })
})

/** The ids of the hidden case by the name of the field that takes them; what an `id` is of, by the noun. */
const idsOf = (hidden: HiddenCase): Readonly<Record<string, number>> => ({
  caseId: hidden.caseId,
  exceptCaseId: hidden.openCaseId,
  meetingId: hidden.meetingId,
  listingId: hidden.listingId,
  actionId: hidden.actionId,
  referralId: hidden.referralId,
  entryId: hidden.entryId,
  tieId: hidden.tieId,
  personId: hidden.personId,
  keptId: hidden.victimId,
  goneId: hidden.personId,
  oneId: hidden.victimId,
  otherId: hidden.personId,
  agencyId: hidden.opened.police,
  factId: hidden.factId,
  riskId: hidden.riskId,
  'cases.id': hidden.caseId,
  'people.id': hidden.victimId,
  'actions.id': hidden.actionId,
  'referrals.id': hidden.referralId,
  'record.id': hidden.entryId,
})
const listsOf = (hidden: HiddenCase): Readonly<Record<string, readonly (number | string)[]>> => ({
  agencyIds: [hidden.opened.police],
  order: [hidden.listingId],
  actionIds: [hidden.actionId],
  listIds: [hidden.listId],
  ids: [String(hidden.caseId)],
})
const words: Readonly<Record<string, string>> = {
  search: secretWord,
  text: secretWord,
  query: secretWord,
  name: secretWord,
  victimName: `Ottilie ${secretWord}`,
  perpetratorName: `Barnaby ${secretWord}`,
}

/** A request with the ids of the hidden case in every place that takes one, and its words where something is looked for. */
function aimed(noun: string, input: unknown, hidden: HiddenCase, looksFor: boolean): unknown {
  const ids = idsOf(hidden)
  const lists = listsOf(hidden)
  const walk = (value: unknown): unknown => {
    if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(walk)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const id = key === 'id' ? ids[`${noun}.id`] : ids[key]
        if (typeof inner === 'number' && id !== undefined) return [key, id]
        if (Array.isArray(inner) && lists[key] !== undefined) return [key, lists[key]]
        if (key === 'caseReference') return [key, hidden.reference]
        if (key === 'key') return [key, `record:${hidden.caseId}-voice`]
        if (looksFor && typeof inner === 'string' && words[key] !== undefined) return [key, words[key]]
        return [key, walk(inner)]
      }),
    )
  }
  return walk(input)
}

function requestsFor(name: string, schema: (typeof inside)[number]['operation']['input'], hidden: HiddenCase): readonly unknown[] {
  const noun = name.split('.')[0] ?? ''
  const samples = sampleRequests({ importToken: 'none', returnToken: 'none', xlsx: new Uint8Array(9) })[name] ?? []
  const own = [...samples, schemaSample(schema), {}]
  const isQuery = operationList.find((each) => each.name === name)?.kind === 'query'
  const drafts = name === 'drafts.get' ? ['referral:new', `actionLine:${hidden.listingId}`].map((key) => ({ key })) : []
  return [...own.flatMap((sample) => [sample, aimed(noun, sample, hidden, isQuery)]), ...drafts]
}

/** What of the hidden case an answer holds. What was asked for is not found again in the answer, but for a refusal that names a field. */
function leaksIn(answer: unknown, hidden: HiddenCase): readonly string[] {
  const text = JSON.stringify(answer, (_, value: unknown) => (value instanceof Uint8Array ? '' : value)).toLowerCase()
  return [secretWord.toLowerCase(), hidden.reference.toLowerCase(), '"a-0002"'].filter((word) => text.includes(word))
}

/** Every operation of the contract with every request for it, queries first; what each lets out, by name. */
async function leaksOf(vault: Vault, hidden: HiddenCase): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  const ordered = [...inside.filter(({ kind }) => kind === 'query'), ...inside.filter(({ kind }) => kind === 'command')]
  const exports = inside.filter(({ kind }) => kind === 'export')
  for (const { name, operation } of [...ordered, ...exports, ...inside.filter(({ kind }) => kind === 'query')]) {
    // What the deputy saves under a word of their own choice is theirs.
    if (name === 'drafts.save' || name === 'actions.saveFilter') continue
    for (const request of requestsFor(name, operation.input, hidden)) {
      const answer = await vault.run(name, structuredClone(request), temporaryFolder())
      const leaks = leaksIn(answer.reply, hidden)
      if (leaks.length > 0) found[name] = [...(found[name] ?? []), ...leaks]
    }
  }
  return found
}

type Rows = Readonly<Record<string, readonly unknown[]>>

/** Every row that is of the case, by table. */
function rowsOfCase(store: OpenStore, { caseId, victimId, personId }: HiddenCase): Rows {
  const conditions: Readonly<Record<string, string>> = {
    cases: `id = ${caseId}`,
    people: `id IN (${victimId}, ${personId})`,
    action_events: `action_id IN (SELECT id FROM actions WHERE case_id = ${caseId})`,
    shared_facts: `listing_id IN (SELECT id FROM listings WHERE case_id = ${caseId})`,
    stated_risks: `listing_id IN (SELECT id FROM listings WHERE case_id = ${caseId})`,
    drafts: `key = 'record:${caseId}-voice'`,
  }
  return Object.fromEntries(
    recordTables(store).flatMap((table) => {
      const hasCase = store.get(`SELECT 1 FROM pragma_table_info('${table}') WHERE name = 'case_id'`) !== undefined
      const condition = conditions[table] ?? (hasCase ? `case_id = ${caseId}` : null)
      return condition === null ? [] : [[table, store.all(`SELECT * FROM "${table}" WHERE ${condition} ORDER BY 1, 2`)]]
    }),
  )
}

describe('a case that is hidden from the deputy', () => {
  test('is found by the deputy through no operation of the contract, and none changes a row of it', async () => {
    const before = await openMadeStoreWith(triedFolder, passphrase)
    const rows = rowsOfCase(before, made)
    before.close()
    const { vault } = await asDeputy(triedFolder)
    const leaks = await leaksOf(vault, made)
    vault.close()
    expect(leaks).toEqual({})
    const after = await openMadeStoreWith(triedFolder, passphrase)
    expect(rowsOfCase(after, made)).toEqual(rows)
    expect(after.problems()).toEqual([])
    after.close()
  }, 240_000)

  test('is found by the deputy through the same requests where it is not hidden (control of the test above)', async () => {
    const { vault } = await asDeputy(openFolder)
    const leaks = await leaksOf(vault, made)
    vault.close()
    expect(Object.keys(leaks)).toEqual(
      expect.arrayContaining([
        'cases.list',
        'cases.get',
        'cases.history',
        'people.ofCase',
        'people.get',
        'people.findLike',
        'record.of',
        'links.of',
        'referrals.findCases',
        'meetings.get',
        'listings.get',
        'actions.list',
        'sharing.preview',
        'retention.overview',
        'retention.ofCase',
        'restrictions.of',
        'search.find',
        'audit.list',
        'drafts.get',
      ]),
    )
  }, 240_000)

  test('is in none of the numbers that the deputy is shown', async () => {
    const { vault, door } = await asDeputy(folder)
    expect((await valueOf(door.cases.list({}))).total).toBe(1)
    expect((await valueOf(door.home.thisMonth())).totals).toMatchObject({ cases: 1 })
    const [meeting] = await valueOf(door.meetings.list())
    expect(meeting).toMatchObject({ caseCount: 1 })
    expect((await valueOf(door.actions.list({}))).total).toBe(1)
    expect(await valueOf(door.restrictions.list())).toEqual([])
    const page = await valueOf(door.audit.list({ limit: 500 }))
    expect(page.total).toBe(page.rows.length)
    vault.close()
  })

  test('takes up its numbers all the same: what the deputy records anew gets others', async () => {
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const { vault, door } = await asDeputy(copy)
    const { caseId } = await refer({ ...made.opened, vault, door }, 9)
    const { reference } = await valueOf(door.cases.get({ id: caseId }))
    expect([caseId, reference]).toEqual([made.caseId + 1, made.reference.replace(/2$/, '3')])
    vault.close()
  })

  test('is gone at once for who hides it from themself, and cannot be hidden from everybody', async () => {
    const copy = temporaryFolder()
    cpSync(openFolder, copy, { recursive: true })
    const { vault, door } = await asDeputy(copy)
    const { caseId, deputySlot } = made
    const { holders } = await valueOf(door.restrictions.of({ caseId }))
    const draft = { caseId, reason: 'My cousin.', agencyIds: [] }
    const all = holders.map(({ slotId }) => slotId)
    expect(await refusalOf(door.restrictions.set({ ...draft, slotIds: all }))).toEqual({ code: 'nobodyLeftToSee' })
    await valueOf(door.restrictions.set({ ...draft, slotIds: [deputySlot] }))
    expect(await refusalOf(door.cases.get({ id: caseId }))).toEqual({ code: 'notFound', what: 'case' })
    expect(await refusalOf(door.restrictions.lift({ caseId }))).toEqual({ code: 'notFound', what: 'case' })
    vault.close()
    const coordinators = await reopen(copy)
    expect(await valueOf(doorOf(coordinators).restrictions.list())).toEqual([{ caseId, reference: made.reference, slotIds: [deputySlot] }])
    await valueOf(doorOf(coordinators).restrictions.lift({ caseId }))
    coordinators.close()
    const again = await asDeputy(copy)
    expect((await valueOf(again.door.cases.get({ id: caseId }))).reference).toBe(made.reference)
    again.vault.close()
  })

  test('is there for who opens the records with the recovery key', async () => {
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const vault = vaultOf(copy, quickCost)
    expect(await vault.unlockWithRecoveryKey(made.opened.recoveryKey)).toEqual({ ok: true, value: null })
    expect((await valueOf(doorOf(vault).cases.list({ search: secretWord }))).total).toBe(1)
    vault.close()
  })

  test('is there for the coordinator as before, whole log and all', async () => {
    const vault = await reopen(folder)
    const door = doorOf(vault)
    expect((await valueOf(door.cases.list({ search: secretWord }))).total).toBe(1)
    const record = await valueOf(door.record.of({ caseId: made.caseId }))
    expect(JSON.stringify(record)).toContain(`${secretWord} fears`)
    await valueOf(door.audit.verify())
    await expect.poll(async () => (await valueOf(door.audit.standing())).kind).toBe('sound')
    vault.close()
  })
})
