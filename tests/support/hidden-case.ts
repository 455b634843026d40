import { isoDate } from '#domain/dates.ts'
import type { ActionId, CaseId, ListingId, MeetingId, PersonId, ReferralId } from '#domain/ids.ts'
import { refer, schedule, seat } from './meeting-room.ts'
import { doorOf, openVault, type OpenVault, passphrase, quickCost, valueOf } from './open-vault.ts'
import { type Vault, vaultOf } from '../../main/vault/vault.ts'

/** Stands in every text of the case that will be hidden, and nowhere else. */
export const secretWord = 'Zyxquiddle'
export const deputyPassphrase = 'eleven copper kettles sing at dusk'

export type HiddenCase = {
  readonly opened: OpenVault
  readonly deputySlot: string
  readonly caseId: CaseId
  readonly reference: string
  readonly openCaseId: CaseId
  readonly openReference: string
  readonly meetingId: MeetingId
  readonly listingId: ListingId
  readonly actionId: ActionId
  readonly referralId: ReferralId
  readonly entryId: number
  readonly tieId: number
  readonly personId: PersonId
  readonly victimId: PersonId
  readonly listId: number
  readonly factId: number
  readonly riskId: number
}

const day = isoDate('2026-11-02')

async function enterRecord({ door, police }: OpenVault, caseId: CaseId): Promise<number> {
  const contents = [
    { kind: 'voice', on: day, wasAsked: 'yes', wants: `${secretWord} wants`, fears: `${secretWord} fears`, codeWord: `${secretWord} code` },
    { kind: 'contactPoint', agencyId: police, meets: 'victim', note: `${secretWord} contact` },
    { kind: 'chainLink', link: 'orderServed', state: 'broken', heldBy: police, on: day, note: `${secretWord} link` },
    { kind: 'need', domain: 'housing', state: 'open', note: `${secretWord} need` },
    { kind: 'measure', measure: 'gps', state: 'inForce', conditions: `${secretWord} measure` },
    { kind: 'incident', incident: 'threats', on: day, note: `${secretWord} incident` },
    { kind: 'awareness', on: day, heKnows: 'unknown', note: `${secretWord} awareness` },
    { kind: 'vote', question: 'accept', on: day, ballots: [{ agencyId: police, answer: 'for' }], note: `${secretWord} vote` },
    { kind: 'note', on: day, text: `${secretWord} note` },
  ] satisfies Parameters<OpenVault['door']['record']['save']>[0]['content'][]
  const ids: number[] = []
  for (const content of contents) ids.push(await valueOf(door.record.save({ caseId, content, provenance: { saidBy: police } })))
  return ids.at(-1) ?? 0
}

/** What is said and promised at a meeting of a case; gives the ids. */
async function hear({ door, police }: OpenVault, listingId: ListingId, word: string) {
  await valueOf(door.listings.turnTo({ listingId }))
  const factId = await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: `${word} fact` }))
  const riskId = await valueOf(door.listings.addRisk({ listingId, text: `${word} risk` }))
  const actionId = await valueOf(
    door.actions.record({ listingId, agencyId: police, description: `${word} action`, dueOn: day, isSafetyAction: true }),
  )
  return { factId, riskId, actionId }
}

/** A vault with a deputy and two cases that were heard at one open meeting: one plain, one with everything that a case can have. Nothing is hidden yet. */
export async function caseToHide(): Promise<HiddenCase> {
  const opened = await openVault()
  const { door, police } = opened
  const plain = await refer(opened, 1)
  const hidden = await refer(opened, 2, {
    victim: { name: `Ottilie ${secretWord}`, dateOfBirth: isoDate('1988-02-29'), address: `1 ${secretWord} Row`, phone: '555-0177' },
    perpetrator: { name: `Barnaby ${secretWord}`, address: `2 ${secretWord} Row` },
    children: [{ name: `Pip ${secretWord}`, dateOfBirth: null, school: `${secretWord} Primary` }],
    summary: `${secretWord} summary`,
    safeContact: { kind: 'onlyThrough', who: `Aunt ${secretWord}`, note: `${secretWord} safe` },
  })
  const { caseId, referralId } = hidden
  const entryId = await enterRecord(opened, caseId)
  const { tieId, personId } = await valueOf(
    door.people.addTie({
      caseId,
      person: { kind: 'new', content: { name: `Ally ${secretWord}` } },
      tie: { role: 'ally', isSafeToTalkTo: 'yes', note: `${secretWord} tie` },
    }),
  )
  await valueOf(
    door.links.add({ caseId: plain.caseId, otherReference: hidden.caseReference, kind: 'relative', reason: `${secretWord} link` }),
  )
  const meetingId = await schedule(opened)
  await valueOf(door.meetings.fillAgenda({ meetingId }))
  await seat(opened, meetingId)
  await valueOf(door.meetings.open({ meetingId }))
  const { agenda } = await valueOf(door.meetings.get({ meetingId }))
  const listingOf = (id: CaseId) => agenda.find((item) => item.caseId === id)?.listingId ?? (0 as ListingId)
  await hear(opened, listingOf(plain.caseId), 'plain')
  const { factId, riskId, actionId } = await hear(opened, listingOf(caseId), secretWord)
  const lists = (await opened.vault.run('sharing.save', { meetingId, agencyIds: [police] })).reply
  if (!lists.ok) throw new Error(lists.refusal.code)
  await valueOf(door.actions.changeStatus({ id: actionId, version: 1, status: 'inProgress', reason: '', goesAhead: false }))
  await valueOf(door.retention.placeHold({ caseId, reason: `${secretWord} hold` }))
  await valueOf(door.drafts.save({ key: `record:${caseId}-voice`, content: JSON.stringify({ wants: `${secretWord} draft` }) }))
  await valueOf(door.drafts.save({ key: `actionLine:${listingOf(caseId)}`, content: JSON.stringify(`${secretWord} line`) }))
  await valueOf(door.drafts.save({ key: 'referral:new', content: JSON.stringify({ victim: `Ottilie ${secretWord}` }) }))
  await opened.vault.run('keys.add', { current: passphrase, name: 'The deputy', role: 'deputy', passphrase: deputyPassphrase })
  const { holders } = await valueOf(door.keys.holders())
  const people = await valueOf(door.people.ofCase({ caseId }))
  const references = await valueOf(door.cases.list({}))
  const referenceOf = (id: CaseId) => references.rows.find((row) => row.id === id)?.reference ?? ''
  return {
    opened,
    deputySlot: holders.find(({ name }) => name === 'The deputy')?.slotId ?? '',
    caseId,
    reference: referenceOf(caseId),
    openCaseId: plain.caseId,
    openReference: referenceOf(plain.caseId),
    meetingId,
    listingId: listingOf(caseId),
    actionId,
    referralId,
    entryId,
    tieId,
    personId,
    victimId: people.victim.person.id,
    listId: 1,
    factId,
    riskId,
  }
}

/** Opens the records of a folder as the deputy. */
export async function asDeputy(folder: string): Promise<{ readonly vault: Vault; readonly door: OpenVault['door'] }> {
  const vault = vaultOf(folder, quickCost)
  const unlocked = await vault.unlock(deputyPassphrase)
  if (!unlocked.ok) throw new Error(unlocked.refusal.code)
  return { vault, door: doorOf(vault) }
}
