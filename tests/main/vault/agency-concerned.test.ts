import { operationList, type SharedList } from '#contract'
import { isoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, MeetingId } from '#domain/ids.ts'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decrypt } from 'officecrypto-tool'
import { beforeEach, describe, expect, test } from 'vitest'
import { fillInList } from '../../../build/demo/fill-in-list.ts'
import { openedMeeting, refer } from '../../support/meeting-room.ts'
import { openVault, type OpenVault, refusalOf, temporaryFolder, valueOf } from '../../support/open-vault.ts'

const secret = 'Zyxquiddle'
const dueOn = isoDate('2026-12-14')

let opened: OpenVault
let meetingId: MeetingId
/** The case of which housing is to hear nothing, and one beside it. */
let restricted: { readonly caseId: CaseId; readonly reference: string; readonly listingId: number; readonly actionId: number }
let plain: typeof restricted

beforeEach(async () => {
  opened = await openVault()
  const one = await refer(opened, 1)
  const other = await refer(opened, 2, { victim: { name: `Ottilie ${secret}` }, perpetrator: { name: `Barnaby ${secret}` } })
  const meeting = await openedMeeting(opened)
  meetingId = meeting.meetingId
  const of = async ({ caseId, caseReference }: typeof one) => {
    const listingId = meeting.agenda.find((item) => item.caseId === caseId)?.listingId ?? 0
    const actionId = await record(listingId, opened.housing, 'change the locks')
    await record(listingId, opened.police, 'mark the address')
    return { caseId, reference: caseReference, listingId, actionId }
  }
  plain = await of(one)
  restricted = await of(other)
})

const record = (listingId: number, agencyId: AgencyId, description: string) =>
  valueOf(opened.door.actions.record({ listingId, agencyId, description, dueOn, isSafetyAction: true }))

/** Restricts the case, and opens it in the meeting all the same: what is tried here is what comes after the second confirmation. */
async function restrict(agencyIds: readonly AgencyId[] = [opened.housing]): Promise<void> {
  const { caseId, listingId } = restricted
  await valueOf(opened.door.restrictions.set({ caseId, reason: 'He works there.', agencyIds: [...agencyIds], slotIds: [] }))
  await valueOf(opened.door.listings.unseal({ listingId, haveLeft: [...agencyIds] }))
}

const share = async (agencyId: AgencyId) =>
  (await valueOf(opened.door.sharing.overview({ meetingId }))).find((each) => each.agencyId === agencyId)

async function save(agencyId: AgencyId) {
  const { reply, files = [] } = await opened.vault.run('sharing.save', { meetingId, agencyIds: [agencyId] })
  if (!reply.ok) throw new Error(reply.refusal.code)
  const [list] = reply.value as readonly SharedList[]
  if (!list) throw new Error('no list')
  return { list, files }
}

const actionOf = async (actionId: number) => {
  const { rows } = await valueOf(opened.door.actions.list({ state: 'all' }))
  const found = rows.find(({ id }) => id === actionId)
  if (!found) throw new Error('no such action')
  return found
}

describe('no action of a restricted case is given to the agency concerned', () => {
  const draft = () => ({ listingId: restricted.listingId, description: 'look by', dueOn, isSafetyAction: false })
  const change = async (id: number, agencyId: AgencyId) => {
    const { version } = await actionOf(id)
    return { id, version, agencyId, description: 'look by', dueOn, isSafetyAction: false }
  }
  const doors: Readonly<
    Record<
      string,
      () => Promise<Awaited<ReturnType<typeof opened.door.actions.record>> | Awaited<ReturnType<typeof opened.door.actions.change>>>
    >
  > = {
    'by a line in the meeting': () => opened.door.actions.record({ ...draft(), agencyId: opened.housing }),
    'as the one who is to tell her first': () =>
      opened.door.actions.record({ ...draft(), agencyId: opened.police, safety: { toldFirstBy: opened.housing } }),
    'by moving one': async () => {
      const mine = await record(restricted.listingId, opened.police, 'look by')
      return opened.door.actions.change(await change(mine, opened.housing))
    },
    'by rewording one that it has': async () => opened.door.actions.change(await change(restricted.actionId, opened.housing)),
    'by taking one up': async () => {
      const { id, version } = await actionOf(restricted.actionId)
      return opened.door.actions.changeStatus({ id, version, status: 'inProgress' })
    },
  }
  test.each(Object.keys(doors))('%s', async (door) => {
    await restrict()
    expect(await refusalOf(doors[door]?.() ?? Promise.reject(new Error('no such door')))).toEqual({
      code: 'agencyConcerned',
      agency: 'Housing Options',
    })
  })

  test.each(Object.keys(doors))('%s, while nothing is restricted, is as ever (control)', async (door) => {
    expect((await doors[door]?.())?.ok).toBe(true)
  })

  test('by a list that comes back, which may only say that it has ended', async () => {
    const { list, files } = await save(opened.housing)
    const xlsx = files.find(({ name }) => name.endsWith('.xlsx'))?.bytes ?? new Uint8Array()
    await restrict()
    const filled = await fillInList(xlsx, list.password, [
      { status: 'in progress', comment: '' },
      { status: 'in progress', comment: '' },
    ])
    const review = await valueOf(opened.door.sharing.readReturn({ fileName: 'a.xlsx', bytes: new Uint8Array(filled) }))
    const outcomes = review.rows.map(({ actionId, outcome }) => [actionId, outcome.kind === 'refused' ? outcome.reason : outcome.kind])
    expect(new Map(outcomes as [number, string][])).toEqual(
      new Map([
        [plain.actionId, 'change'],
        [restricted.actionId, 'agencyConcerned'],
      ]),
    )
  })

  test('and the one it has may be given to another, or ended', async () => {
    await restrict()
    const moved = await opened.door.actions.change(await change(restricted.actionId, opened.police))
    expect(moved.ok && moved.value).toMatchObject({ agencyId: opened.police, isWithConcerned: false })
  })
})

describe('a list that the agency concerned had', () => {
  test('is recalled; the new one is without the case, and what must move is said', async () => {
    await save(opened.housing)
    expect(await share(opened.housing)).toMatchObject({ toMove: [], lastList: { isRecalled: false, isOutdated: false } })
    await restrict()
    const { reference } = await actionOf(restricted.actionId)
    expect(await share(opened.housing)).toMatchObject({
      actionCount: 1,
      toMove: [{ actionReference: reference, caseReference: restricted.reference }],
      lastList: { isRecalled: true, isOutdated: true },
    })
    await save(opened.housing)
    expect(await share(opened.housing)).toMatchObject({ lastList: { version: 2, isRecalled: false, isOutdated: false } })
    expect(await share(opened.police)).toMatchObject({ actionCount: 2, toMove: [] })
  })

  test('is replaced by an empty one where nothing else was on it', async () => {
    const { id, version } = await actionOf(plain.actionId)
    await valueOf(opened.door.actions.change({ id, version, agencyId: opened.police, description: 'x', dueOn, isSafetyAction: true }))
    await save(opened.housing)
    await restrict()
    const { list } = await save(opened.housing)
    expect(list.version).toBe(2)
    expect((await opened.vault.run('sharing.save', { meetingId, agencyIds: [opened.housing] })).reply).toEqual({
      ok: false,
      refusal: { code: 'nothingToShare' },
    })
  })
})

/** Everything that can be read of files: their names, and what is in them under their password. */
async function readable(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], password: string): Promise<string> {
  const texts: string[] = files.map(({ name }) => name)
  for (const { name, bytes } of files) {
    if (name.endsWith('.xlsx')) {
      const parts = unzipSync(new Uint8Array(await decrypt(Buffer.from(bytes), { password })))
      texts.push(...Object.values(parts).map((part) => strFromU8(part)))
    } else {
      const file = join(temporaryFolder(), 'list.pdf')
      writeFileSync(file, bytes)
      texts.push(execFileSync('pdftotext', ['-upw', password, '-layout', file, '-'], { encoding: 'utf8' }))
    }
  }
  return texts.join('\n')
}

/** What each operation that writes a file gives to one agency; `team` stays with whoever keeps the record, and says why. */
const exportsOf: Readonly<
  Record<
    string,
    { readonly to: 'team'; readonly why: string } | { readonly to: 'agency'; readonly read: (agencyId: AgencyId) => Promise<string> }
  >
> = {
  'sharing.save': {
    to: 'agency',
    read: async (agencyId) => {
      const { list, files } = await save(agencyId)
      return `${JSON.stringify(list)}\n${await readable(files, list.password)}`
    },
  },
  'audit.export': { to: 'team', why: 'the log of the team, which no agency is given' },
  'retention.certificate': { to: 'team', why: 'a number, a reason of a closed list and days; nothing of a case that is there' },
}

/** The queries by which the screen shows what an agency is given. */
const previews: Readonly<Record<string, (agencyId: AgencyId) => Promise<unknown>>> = {
  'sharing.preview': (agencyId) => valueOf(opened.door.sharing.preview({ meetingId, agencyId })),
}

describe('of a restricted case the agency concerned gets nothing', () => {
  const words = async () => {
    const { reference } = await actionOf(restricted.actionId)
    return [secret, restricted.reference, reference]
  }

  test('and every operation that writes a file has said to whom it goes', () => {
    const writing = operationList.filter(({ kind }) => kind === 'export').map(({ name }) => name)
    expect(new Set(Object.keys(exportsOf))).toEqual(new Set(writing))
  })

  test('by any file or preview, in words, counts or names of files', async () => {
    // What others write of it must not carry it either.
    await record(plain.listingId, opened.housing, `Ask Ottilie ${secret} of ${restricted.reference} about the keys`)
    const toAgency = Object.values(exportsOf).flatMap((each) => (each.to === 'agency' ? [each.read] : []))
    const all = async (agencyId: AgencyId) => {
      const texts = await Promise.all(Object.values(previews).map(async (read) => JSON.stringify(await outgoingOnly(read(agencyId)))))
      for (const read of toAgency) texts.push(await read(agencyId))
      return texts
    }
    const [, reference = '', action = ''] = await words()
    for (const text of await all(opened.housing)) {
      expect(text).toContain(action)
      expect(text).toContain(reference)
    }
    await restrict()
    for (const text of await all(opened.housing))
      for (const word of await words()) expect(text.toLowerCase()).not.toContain(word.toLowerCase())
  })

  test('whatever is restricted from whom, and the others get all of theirs', async () => {
    const agencies = [opened.police, opened.housing, opened.health]
    await record(restricted.listingId, opened.health, 'see her')
    const before = new Map<number, number>()
    for (const agencyId of agencies) before.set(agencyId, (await share(agencyId))?.actionCount ?? 0)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 2 })), async (chosen) => {
        const hidden = chosen.map((index) => agencies[index] ?? opened.police)
        await restrict(hidden)
        for (const agencyId of agencies) {
          const { rows, held } = await valueOf(opened.door.sharing.preview({ meetingId, agencyId }))
          const said = [...rows, ...held].filter(({ caseReference }) => caseReference === restricted.reference)
          expect(said).toHaveLength(hidden.includes(agencyId) ? 0 : 1)
          expect(rows.length).toBe((before.get(agencyId) ?? 0) - (hidden.includes(agencyId) ? 1 : 0))
        }
      }),
      { numRuns: 15 },
    )
  })

  test('not even in the list of a meeting that did not hear it', async () => {
    await restrict()
    for (const { listingId } of [plain, restricted]) await valueOf(opened.door.listings.finish({ listingId, reason: 'settled elsewhere' }))
    // A case with nothing open is not carried over to the next agenda.
    for (const { id, version, caseId } of (await valueOf(opened.door.actions.list({ state: 'open' }))).rows)
      if (caseId === restricted.caseId) await valueOf(opened.door.actions.changeStatus({ id, version, status: 'complete' }))
    await valueOf(opened.door.meetings.close({ meetingId }))
    await refer(opened, 3)
    const next = await openedMeeting(opened, isoDate('2026-12-03'))
    const listingId = next.agenda.find(({ victimName }) => victimName.endsWith('-d'))?.listingId ?? 0
    await record(listingId, opened.housing, `Keep ${secret} away`)
    expect(next.agenda.map((item) => item.caseId)).not.toContain(restricted.caseId)
    const { rows } = await valueOf(opened.door.sharing.preview({ meetingId: next.meetingId, agencyId: opened.housing }))
    expect(rows.map(({ outgoing }) => outgoing)).toContain('Keep [name] away')
  })
})

/** A preview without the words as they stand here: those are for the coordinator's eyes, beside what goes out. */
async function outgoingOnly(asked: Promise<unknown>): Promise<unknown> {
  const drop = (key: string, value: unknown) => (key === 'original' || key === 'withheld' ? undefined : value)
  return JSON.parse(JSON.stringify(await asked, drop))
}
