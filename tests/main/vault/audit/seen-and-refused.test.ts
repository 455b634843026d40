import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entriesOf, lookInside } from '../../../support/inside-store.ts'
import { refer } from '../../../support/meeting-room.ts'
import { openVault, type OpenVault, passphrase, refusalOf, temporaryFolder, valueOf } from '../../../support/open-vault.ts'

const word = 'Quibblethwaite'

/** What the log says of operations that match, in its order. */
async function told(opened: OpenVault, pattern: RegExp) {
  const entries = await lookInside(opened, entriesOf)
  expect(JSON.stringify(entries)).not.toContain(word)
  return entries.filter(({ operation }) => pattern.test(operation)).map(({ operation, subject, outcome }) => [operation, subject, outcome])
}

test('a question that is refused is noted by its ids, once in five minutes for the same', async () => {
  const opened = await openVault()
  const { door } = opened
  for (let n = 0; n < 3; n += 1) await refusalOf(door.cases.get({ id: 4711 }))
  await refusalOf(door.cases.get({ id: 4712 }))
  await refusalOf(door.sharing.password({ agencyId: 9999 }))
  await refusalOf(door.meetings.get({ meetingId: 4713 }))
  expect(await told(opened, /^(cases|sharing|meetings)\./)).toEqual([
    ['cases.get', 'caseId=4711', 'refused:notFound'],
    ['cases.get', 'caseId=4712', 'refused:notFound'],
    ['sharing.password', 'agencyId=9999', 'refused:notFound'],
    ['meetings.get', 'meetingId=4713', 'refused:notFound'],
  ])
})

test('what is refused because it is not as its form says is noted, without a word of it', async () => {
  const opened = await openVault()
  const { vault } = opened
  const wrong = { id: 7, [`${word.toLowerCase()}Id`]: 9, reason: word, children: [word], closedOn: word }
  expect((await vault.run('cases.close', wrong)).reply).toMatchObject({ refusal: { code: 'invalidInput' } })
  expect((await vault.run('cases.list', { search: 4, sort: word })).reply).toMatchObject({ refusal: { code: 'invalidInput' } })
  expect((await vault.run('drafts.save', { key: word })).reply).toMatchObject({ refusal: { code: 'invalidInput' } })
  expect(await told(opened, /^(cases|drafts)\./)).toEqual([
    ['cases.close', 'caseId=7', 'refused:invalidInput'],
    ['cases.list', '', 'refused:invalidInput'],
  ])
})

test('a search is noted, the words that were searched for are not', async () => {
  const opened = await openVault()
  await refer(opened, 1, { victim: { name: `Ottilie ${word}` } })
  const found = await valueOf(opened.door.search.find({ text: word }))
  expect(JSON.stringify(found)).toContain(word)
  await valueOf(opened.door.search.find({ text: 'another' }))
  expect(await told(opened, /^search\./)).toEqual([['search.find', '', 'done']])
})

test('looking at a file that waits to be imported is noted, and not where none does', async () => {
  const opened = await openVault()
  const { door } = opened
  await valueOf(door.imports.pending({ kind: 'referrals' }))
  const csv = `Victim name,Offender Name,Referring Agency,Date of referral\n${word},Dan Madeup,Quill Valley Police,not a date\n`
  await valueOf(door.imports.read({ kind: 'referrals', fileName: 'r.csv', bytes: new TextEncoder().encode(csv) }))
  await valueOf(door.imports.pending({ kind: 'referrals' }))
  expect(await told(opened, /^imports\./)).toEqual([
    ['imports.read', 'kind=referrals', 'done'],
    ['imports.pending', '', 'done'],
  ])
})

test('trying to open a backup while the records are open is noted, with a wrong passphrase and with the right one', async () => {
  const opened = await openVault()
  const { vault } = opened
  const out = temporaryFolder()
  await vault.run('backups.make', undefined, out)
  const file = join(out, readdirSync(out)[0] ?? '')
  await valueOf(vault.restoring.choose({ path: file }))
  await refusalOf(vault.restoring.rehearse({ kind: 'passphrase', passphrase: word }))
  await refusalOf(vault.restoring.salvage({ kind: 'passphrase', passphrase: word }))
  await valueOf(vault.restoring.rehearse({ kind: 'passphrase', passphrase }))
  vault.restoring.forget()
  expect(await told(opened, /^restore\./)).toEqual([
    ['restore.rehearse', '', 'refused:wrongPassphrase'],
    ['restore.salvage', '', 'refused:wrongPassphrase'],
    ['restore.rehearse', '', 'done'],
  ])
})
