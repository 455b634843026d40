import { isoDate } from '#domain/dates.ts'
import { expect, test } from 'vitest'
import { entriesOf, type LoggedEntry, lookInside } from '../../../support/inside-store.ts'
import { openedMeeting, only, refer, referralOf } from '../../../support/meeting-room.ts'
import { openVault, passphrase, refusalOf, valueOf } from '../../../support/open-vault.ts'

const told = (entries: readonly LoggedEntry[]) => entries.map(({ operation, subject, outcome }) => [operation, subject, outcome])

test('every command has one entry, done or refused, in its order; lists are not logged', async () => {
  const opened = await openVault()
  const { door } = opened
  const before = (await lookInside(opened, entriesOf)).length
  await opened.vault.unlock(passphrase)
  await valueOf(door.agencies.add({ name: 'Prosecution Office', sector: 'prosecution', isCore: true }))
  await refusalOf(door.agencies.add({ name: 'prosecution office', sector: 'prosecution', isCore: true }))
  await valueOf(door.agencies.list({}))
  const { caseId } = await refer(opened, 1)
  await valueOf(door.cases.list({}))
  await refusalOf(door.agencies.archive({ id: 999, isArchived: true }))
  await refusalOf(door.agencies.add({ name: '', sector: 'police', isCore: true }))
  await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.cases.get({ id: caseId }))
  await valueOf(door.drafts.save({ key: 'referral:new', content: '{}' }))
  const entries = (await lookInside(opened, entriesOf)).slice(before)
  const prosecution = entries.find(({ operation }) => operation === 'agencies.add')?.subject ?? ''
  expect(prosecution).toMatch(/^agencyId=\d+$/)
  expect(
    told(entries).map(([operation, subject, outcome]) => [operation, operation?.startsWith('vault.') ? '' : subject, outcome]),
  ).toEqual([
    ['vault.unlock', '', 'done'],
    ['agencies.add', prosecution, 'done'],
    ['agencies.add', '', 'refused:alreadyThere'],
    ['referrals.record', `caseId=${caseId} referralId=1`, 'done'],
    ['agencies.archive', 'agencyId=999', 'refused:notFound'],
    ['agencies.add', '', 'refused:invalidInput'],
    // Opening somebody's record is noted once, not at every glance within five minutes.
    ['cases.get', `caseId=${caseId}`, 'done'],
    // The unlock for this look inside does not go through the vault and is not there.
    ['vault.lock', '', 'done'],
  ])
  expect(entries.every(({ actor }) => actor === 'Petra Quillpusher')).toBe(true)
})

test('the actor of an entry is the coordinator by the name in force, from the first change on', async () => {
  const opened = await openVault()
  await valueOf(opened.door.settings.save({ teamName: 'Quillhaven', coordinatorName: 'Lancelot Inkwell', region: 'uk', locale: 'en-GB' }))
  await refer(opened, 1)
  const entries = await lookInside(opened, entriesOf)
  expect(entries.at(-2)).toMatchObject({ operation: 'referrals.record', actor: 'Lancelot Inkwell' })
  expect(entries.at(-1)).toMatchObject({ operation: 'vault.lock', actor: 'Lancelot Inkwell' })
})

test('nothing that anybody wrote stands in the log', async () => {
  const opened = await openVault()
  const { door, police } = opened
  const canary = (field: string) => `Canary${field}Quibblethwaite`
  await refer(opened, 1, {
    victim: { name: canary('Victim'), address: canary('Street'), phone: '07700 900999', dateOfBirth: isoDate('1987-06-05') },
    perpetrator: { name: canary('Perp') },
    relationship: canary('Tie'),
    summary: canary('Summary'),
    teamReference: canary('Ref'),
  })
  const { agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(door.listings.turnTo({ listingId }))
  await valueOf(door.listings.addFact({ listingId, agencyId: police, basis: 'fact', text: canary('Fact') }))
  await valueOf(door.listings.addRisk({ listingId, text: canary('Risk') }))
  const id = await valueOf(
    door.actions.record({ listingId, agencyId: police, description: canary('Action'), dueOn: isoDate('2026-12-01') }),
  )
  await valueOf(door.actions.changeStatus({ id, version: 1, status: 'notPossible', reason: canary('Reason') }))
  await valueOf(door.listings.defer({ listingId, reason: canary('Defer') }))
  await refusalOf(
    door.referrals.record({
      draft: { ...referralOf(police, 2), victim: { name: canary('Twice') }, perpetrator: { name: canary('Twice') } },
    }),
  )
  await lookInside(opened, (store) => {
    expect(JSON.stringify(entriesOf(store))).not.toMatch(/Canary|900999|1987/)
    // The search does find what is there.
    expect(JSON.stringify(store.all('SELECT description FROM actions'))).toMatch('CanaryAction')
    expect(entriesOf(store).map(({ operation }) => operation)).toContain('listings.addFact')
  })
})

test('what a meeting does is logged by its case, and what goes against advice is marked', async () => {
  const opened = await openVault()
  const { door, police, housing } = opened
  const { caseId } = await refer(opened, 1)
  const other = await refer(opened, 2)
  const { meetingId, agenda } = await openedMeeting(opened)
  const listingOf = (id: number) => agenda.find((item) => item.caseId === id)?.listingId ?? (0 as (typeof agenda)[number]['listingId'])
  const listingId = listingOf(caseId)
  const factId = await valueOf(door.listings.addFact({ listingId, agencyId: housing, basis: 'fact', text: 'A fact' }))
  await valueOf(door.listings.removeFact({ factId }))
  const actionId = await valueOf(
    door.actions.record({ listingId, agencyId: police, description: 'Visit', dueOn: isoDate('2026-12-01'), isSafetyAction: true }),
  )
  await valueOf(door.actions.changeStatus({ id: actionId, version: 1, status: 'notUndertaken', reason: 'No officer was free.' }))
  await valueOf(door.listings.finish({ listingId, reason: 'the plan is settled elsewhere' }))
  await valueOf(door.listings.defer({ listingId: listingOf(other.caseId), reason: 'Not today' }))
  const entries = told(await lookInside(opened, entriesOf)).filter(([operation]) => /^(listings|actions)\./.test(operation ?? ''))
  const place = `caseId=${caseId} meetingId=${meetingId} listingId=${listingId}`
  expect(entries).toEqual([
    ['listings.addFact', `${place} agencyId=${housing}`, 'done'],
    ['listings.removeFact', `caseId=${caseId} meetingId=${meetingId} factId=${factId}`, 'done'],
    ['actions.record', `${place} agencyId=${police} actionId=${actionId}`, 'done'],
    ['actions.changeStatus', `caseId=${caseId} agencyId=${police} actionId=${actionId} status=notUndertaken override=status`, 'done'],
    ['listings.finish', `${place} override=noSafetyAction`, 'done'],
    ['listings.defer', `caseId=${other.caseId} meetingId=${meetingId} listingId=${listingOf(other.caseId)} override=deferral`, 'done'],
  ])
})

test('leaving a case goes against advice while its plan lacks something, and not after', async () => {
  const opened = await openVault()
  const { door, police } = opened
  await refer(opened, 1)
  const { agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  await valueOf(
    door.actions.record({
      listingId,
      agencyId: police,
      description: 'Visit',
      dueOn: isoDate('2026-12-01'),
      isSafetyAction: true,
      safety: { couldNotice: 'no' },
    }),
  )
  const refused = await door.listings.finish({ listingId })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'planNotSafe', findings: [{ kind: 'neverAsked' }, { kind: 'neverTold' }] } })
  await valueOf(door.listings.finish({ listingId, reason: 'She asked not to be called this week' }))
  await valueOf(door.listings.reopen({ listingId }))
  await valueOf(
    door.record.save({
      caseId: only(agenda).caseId,
      content: { kind: 'voice', on: isoDate('2026-01-02'), wasAsked: 'yes', knowsOfMeeting: 'notSafe' },
      provenance: {},
    }),
  )
  await valueOf(door.listings.finish({ listingId }))
  const finishes = (await lookInside(opened, entriesOf)).filter(({ operation }) => operation === 'listings.finish')
  expect(finishes.map(({ subject, outcome }) => [/override=\w+/.exec(subject)?.[0] ?? 'as advised', outcome])).toEqual([
    ['as advised', 'refused:planNotSafe'],
    ['override=plan', 'done'],
    ['as advised', 'done'],
  ])
})

test('an export is logged list by list: whose, of which meeting, in which version, with how many actions', async () => {
  const opened = await openVault()
  const { door, police, housing } = opened
  await refer(opened, 1)
  const { meetingId, agenda } = await openedMeeting(opened)
  const { listingId } = only(agenda)
  for (const agencyId of [police, housing, housing])
    await valueOf(door.actions.record({ listingId, agencyId, description: 'Visit', dueOn: isoDate('2026-12-01') }))
  const [first, second] = await valueOf(door.sharing.save({ meetingId, agencyIds: [police, housing] }))
  const saved = told(await lookInside(opened, entriesOf)).filter(([operation]) => operation === 'sharing.save')
  expect(saved.map(([, subject]) => subject)).toEqual([
    `meetingId=${meetingId} agencyId=${police} listId=${first?.listId} version=1 rows=1`,
    `meetingId=${meetingId} agencyId=${housing} listId=${second?.listId} version=1 rows=2`,
  ])
})

test('an import and its undoing are logged with their rows', async () => {
  const opened = await openVault()
  const { door } = opened
  const bytes = new TextEncoder().encode('Agency,Sector\nInvented Shelter,shelter\nFabled School,schools\n')
  const review = await valueOf(door.imports.read({ kind: 'agencies', fileName: 'agencies.csv', bytes }))
  const { importId } = await valueOf(door.imports.commit({ token: review.token }))
  await valueOf(door.imports.undo({ id: importId }))
  const entries = told(await lookInside(opened, entriesOf)).filter(([operation]) => operation?.startsWith('imports.'))
  expect(entries).toEqual([
    ['imports.read', 'kind=agencies', 'done'],
    ['imports.commit', `importId=${importId} imported=2 left=0`, 'done'],
    ['imports.undo', `importId=${importId} removed=2`, 'done'],
  ])
})

test('a wrong passphrase is noted with its time while the log is shut, and stands in the log after the next unlock', async () => {
  const opened = await openVault()
  opened.vault.close()
  const before = new Date().toISOString()
  expect(await opened.vault.unlock('not the passphrase at all')).toMatchObject({ ok: false })
  expect(await opened.vault.unlockWithRecoveryKey('ABCD-ABCD')).toMatchObject({ ok: false })
  await new Promise((resolve) => setTimeout(resolve, 30))
  const between = new Date().toISOString()
  expect(await opened.vault.unlock(passphrase)).toMatchObject({ ok: true })
  const entries = await lookInside(opened, entriesOf)
  const failed = entries.filter(({ operation }) => operation === 'vault.unlockFailed')
  expect(failed.map(({ subject, outcome, actor }) => [subject, outcome, actor])).toEqual([
    ['way=passphrase', 'refused:wrongPassphrase', ''],
    ['way=recovery', 'refused:wrongPassphrase', ''],
  ])
  expect(failed.every(({ at }) => at >= before && at < between)).toBe(true)
  await opened.vault.unlock(passphrase)
  const again = await lookInside(opened, entriesOf)
  expect(again.filter(({ operation }) => operation === 'vault.unlockFailed')).toHaveLength(2)
})

test('a forbidden request with nonsense for ids is refused and logged without it', async () => {
  const opened = await openVault()
  await refusalOf(opened.door.meetings.open({ meetingId: 1e300 }))
  const entries = await lookInside(opened, entriesOf)
  expect(entries.some(({ subject }) => subject.includes('e+'))).toBe(false)
})
