import { madePassphrase } from '../fixtures/made-profile.ts'
import { TeamSettings } from '#domain/settings.ts'

/** What a run of the app would hand over: ids that are there, and things made by earlier requests. */
export type Known = { readonly importToken: string; readonly returnToken: string; readonly xlsx: Uint8Array }

const person = { name: 'Juniper Oatmeadow', dateOfBirth: '1988-02-29', address: '9 Invented Row, Fablewood', phone: '555-0199' }
const meeting = {
  kind: 'regular',
  heldOn: '2026-12-09',
  startsAt: '18:00',
  place: 'Town hall',
  chair: 'Xanthe Underhill-Gray',
  minutesPerCase: 10,
}
const agency = {
  name: 'Bellweather Clinic',
  sector: 'health',
  isCore: false,
  email: 'front@bellweather.example',
  phone: '555-0142',
  notes: '',
  people: [{ name: 'Ezra Quillfeather', role: 'representative', email: '', phone: '' }],
}
const filter = {
  search: 'safety',
  agencyId: 3,
  meetingId: null,
  state: 'open',
  statuses: [],
  dueFrom: null,
  dueTo: '2027-01-01',
  sort: 'dueOn',
  direction: 'ascending',
}
const referral = {
  sourceAgencyId: 1,
  sourceContact: 'desk',
  receivedOn: '2026-11-02',
  incidentOn: '2026-10-30',
  victim: person,
  perpetrator: { ...person, name: 'Cosmo Foxglove' },
  relationship: 'former partner',
  childrenCount: 1,
  children: [{ name: 'Sorrel', dateOfBirth: null, school: '' }],
  safeContact: { kind: 'onlyThrough', who: 'the advocate', note: '' },
  criteria: { visibleHighRisk: true, professionalJudgement: false, judgementReason: '', escalation: false, repeat: false },
  risk: { tool: 'dash', score: 15, assessedOn: '2026-11-01' },
  summary: 'Invented.',
  teamReference: 'T-1',
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const csv = bytesOf(
  'Victim name,Offender Name,Referring Agency,Date of referral,DASH score\nJuniper Oatmeadow,Cosmo Foxglove,Fablewood Police,02/11/2026,15\n',
)

/** For every operation that the vault answers, requests as the screens send them. What is tried is these, and these with something wrong. */
export function sampleRequests({ importToken, returnToken, xlsx }: Known): Readonly<Record<string, readonly unknown[]>> {
  return {
    'settings.get': [undefined],
    'settings.save': [
      TeamSettings.parse({ teamName: 'Fablewood Review', coordinatorName: 'Xanthe Underhill-Gray', region: 'uk', locale: 'en-GB' }),
    ],
    'keys.me': [undefined],
    'keys.holders': [undefined],
    'keys.rename': [{ slotId: '0123456789abcdef', name: 'Ezra Quillfeather' }],
    'keys.add': [
      { current: madePassphrase, name: 'Ezra Quillfeather', role: 'deputy', passphrase: 'seven invented herons whistling quietly' },
    ],
    'keys.resetPassphrase': [
      { current: madePassphrase, slotId: '0123456789abcdef', passphrase: 'seven invented herons whistling quietly' },
    ],
    'keys.changeMyPassphrase': [{ current: madePassphrase, passphrase: madePassphrase }],
    'keys.remove': [{ current: madePassphrase, slotId: '0123456789abcdef' }],
    'keys.prepareRecoveryKey': [{ current: madePassphrase }],
    'keys.prepareRenewal': [{ current: madePassphrase }],
    'keys.prepareHandOver': [
      {
        current: madePassphrase,
        leaverSlotId: '0123456789abcdef',
        name: 'Ezra Quillfeather',
        passphrase: 'seven invented herons whistling quietly',
      },
    ],
    'keys.confirm': [{ typedGroups: [{ index: 0, text: 'ABCD' }] }],
    'backups.overview': [undefined],
    'backups.make': [undefined],
    'backups.makeAgain': [undefined],
    'backups.removeReplaced': [{ name: 'caseboard.store.replaced' }],
    'integrity.state': [undefined],
    'integrity.check': [undefined],
    'integrity.goOn': [undefined],
    'drafts.get': [{ key: 'referral:new' }],
    'drafts.save': [{ key: 'referral:new', content: '{"a":1}' }],
    'drafts.remove': [{ key: 'referral:new' }],
    'home.thisMonth': [undefined],
    'agencies.list': [{ includeArchived: true }, {}],
    'agencies.add': [agency],
    'agencies.change': [{ id: 5, draft: { ...agency, name: 'Fablewood Family Court' } }],
    'agencies.archive': [{ id: 13, isArchived: true }],
    'referrals.findCases': [{ victimName: 'Juniper', perpetratorName: 'Cosmo' }],
    'referrals.record': [
      { draft: referral, caseId: null },
      { draft: referral, caseId: 3 },
    ],
    'referrals.waiting': [undefined],
    'referrals.turnDown': [{ id: 2, state: 'screenedOut', reason: 'below the threshold' }],
    'imports.read': [{ kind: 'referrals', fileName: 'referrals.csv', bytes: csv }],
    'imports.pending': [{ kind: 'referrals' }],
    'imports.remap': [{ token: importToken, mapping: { victimName: 0, perpetratorName: 1 }, dayFirst: true, createAgencies: true }],
    'imports.mendRow': [{ token: importToken, row: 2, values: { victimName: 'Juniper Oatmeadow' } }],
    'imports.decideRow': [{ token: importToken, row: 2, decision: 'take' }],
    'imports.commit': [{ token: importToken }],
    'imports.giveUp': [{ token: importToken }],
    'imports.history': [undefined],
    'imports.undo': [{ id: 1 }],
    'cases.list': [
      {},
      {
        search: 'Kestrel',
        state: 'waiting',
        repeatsOnly: true,
        withChildrenOnly: true,
        sort: 'riskScore',
        direction: 'ascending',
        offset: 0,
        limit: 50,
      },
    ],
    'cases.get': [{ id: 3 }],
    'cases.change': [
      {
        id: 3,
        version: 1,
        victim: person,
        perpetrator: person,
        relationship: '',
        childrenCount: 2,
        children: [],
        safeContact: { kind: 'doNotContact', note: '' },
      },
    ],
    'meetings.list': [undefined],
    'meetings.get': [{ meetingId: 3 }],
    'meetings.schedule': [meeting],
    'meetings.change': [{ meetingId: 3, draft: meeting }],
    'meetings.fillAgenda': [{ meetingId: 3 }],
    'meetings.addToAgenda': [{ meetingId: 3, caseId: 2, referralId: null }],
    'meetings.removeFromAgenda': [{ listingId: 30 }],
    'meetings.reorderAgenda': [{ meetingId: 3, order: [30, 31] }],
    'meetings.recordAttendance': [
      { meetingId: 3, agencyId: 1, personId: 1, personName: 'Aurelia Applegarth', presence: 'present', hasDeclared: true },
    ],
    'meetings.open': [{ meetingId: 3 }],
    'meetings.close': [{ meetingId: 3 }],
    'listings.get': [{ listingId: 30 }],
    'listings.turnTo': [{ listingId: 30 }],
    'listings.keepTime': [{ listingId: 30, secondsSpent: 20 }],
    'listings.addFact': [{ listingId: 30, agencyId: 2, basis: 'fact', text: 'Seen on Monday.' }],
    'listings.removeFact': [{ factId: 1 }],
    'listings.addRisk': [{ listingId: 30, text: 'Release next week.' }],
    'listings.removeRisk': [{ riskId: 1 }],
    'listings.finish': [{ listingId: 30 }],
    'listings.defer': [{ listingId: 31, reason: 'the advocate was away' }],
    'listings.reopen': [{ listingId: 30 }],
    'actions.list': [{}, { ...filter, offset: 0, limit: 50 }],
    'actions.history': [{ id: 5 }],
    'actions.record': [{ listingId: 30, agencyId: 2, description: 'Change the locks', dueOn: '2026-12-01', isSafetyAction: true }],
    'actions.change': [
      { id: 5, version: 1, agencyId: 3, description: 'Change the locks', dueOn: '2026-12-01', isSafetyAction: false, reason: 'moved' },
    ],
    'actions.changeStatus': [{ id: 5, version: 1, status: 'complete', reason: 'done' }],
    'actions.savedFilters': [undefined],
    'actions.saveFilter': [{ name: 'Mine', filter }],
    'actions.removeFilter': [{ id: 1 }],
    'sharing.overview': [{ meetingId: 1 }],
    'sharing.preview': [{ meetingId: 1, agencyId: 3 }],
    'sharing.save': [{ meetingId: 1, agencyIds: [3] }],
    'sharing.password': [{ agencyId: 3 }],
    'sharing.renewPassword': [{ agencyId: 4 }],
    'sharing.readReturn': [{ fileName: 'list.xlsx', bytes: xlsx, password: '' }],
    'sharing.acceptReturn': [{ token: returnToken, actionIds: [5] }],
  }
}
