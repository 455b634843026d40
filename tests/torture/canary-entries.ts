/** Words that stand nowhere else, one for each kind of text that a person enters. */
export const kinds = [
  'teamName',
  'coordinator',
  'agencyName',
  'agencyEmail',
  'agencyPhone',
  'agencyNotes',
  'teamPerson',
  'victimName',
  'victimAddress',
  'victimPhone',
  'perpetratorName',
  'perpetratorAddress',
  'perpetratorPhone',
  'childName',
  'school',
  'relationship',
  'safeContactWho',
  'safeContactNote',
  'judgement',
  'summary',
  'teamReference',
  'sourceContact',
  'draft',
  'place',
  'chair',
  'attendee',
  'fact',
  'risk',
  'deferReason',
  'action',
  'actionReason',
  'filterName',
  'filterSearch',
  'importedName',
  'importedWants',
  'keptCell',
  'mappingName',
  'toolWording',
  'toolPermission',
  'riskJudgement',
  'riskResponse',
  'noteText',
  'alias',
  'otherAddress',
  'otherPhone',
  'employer',
  'identifier',
  'equalityAnswer',
  'allyName',
  'tieNote',
  'linkReason',
  'wants',
  'fears',
  'toldBy',
  'toldHow',
  'feedback',
  'codeWord',
  'contactOften',
  'contactNote',
  'linkNote',
  'needNote',
  'conditions',
  'violation',
  'violationAnswer',
  'incidentNote',
  'awarenessNote',
  'band',
  'assessorRole',
  'voteNote',
  'undoneNote',
  'restrictionReason',
  'passphrase',
  'recoveryKey',
] as const
export type Kind = (typeof kinds)[number]

/** Letters with accents, apostrophes and another script among them: each must be looked for as its own bytes. */
export const canaryOf = (kind: Kind): string => `Zyx${kind}Ñandú-Ōtāruм`

export const encodings: Readonly<Record<string, (text: string) => readonly Buffer[]>> = {
  'UTF-8': (text) => [Buffer.from(text, 'utf8')],
  'UTF-16LE': (text) => [Buffer.from(text, 'utf16le')],
  // Three alignments: the text may begin anywhere in a longer one.
  base64: (text) =>
    [0, 1, 2].map((shift) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
          .toString('base64')
          .slice(shift === 0 ? 0 : 4, -4),
      ),
    ),
  hex: (text) => [Buffer.from(Buffer.from(text).toString('hex')), Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
  'percent-encoding': (text) => [Buffer.from(encodeURIComponent(text))],
  'JSON escapes': (text) => [
    Buffer.from(text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)),
  ],
}

export type Needle = { readonly what: string; readonly bytes: Buffer }

export function needlesFor(what: string, text: string): readonly Needle[] {
  return Object.entries(encodings).flatMap(([encoding, encode]) => encode(text).map((bytes) => ({ what: `${what} in ${encoding}`, bytes })))
}

/** Asks one operation and gives its value; throws where it is refused: a canary that was never stored proves nothing. */
export type Ask = (name: string, input: unknown) => Promise<unknown>

/** Stores every kind of canary but passphrase and recovery key through the operations of the contract; gives the case that was made. */
export async function enterEverything(
  ask: Ask,
): Promise<{ readonly caseId: number; readonly agencyId: number; readonly meetingId: number }> {
  const c = canaryOf
  const day = '2026-11-02'
  await ask('settings.save', {
    teamName: c('teamName'),
    coordinatorName: c('coordinator'),
    region: 'uk',
    locale: 'en-GB',
    lockAfterMinutes: 10,
    colorScheme: 'auto',
  })
  const agencyId = await ask('agencies.add', {
    name: c('agencyName'),
    sector: 'police',
    isCore: true,
    email: c('agencyEmail'),
    phone: c('agencyPhone'),
    notes: c('agencyNotes'),
    people: [{ name: c('teamPerson'), role: 'representative', email: '', phone: '' }],
  })
  const { caseId, referralId } = (await ask('referrals.record', {
    draft: {
      sourceAgencyId: agencyId,
      sourceContact: c('sourceContact'),
      receivedOn: day,
      victim: { name: c('victimName'), dateOfBirth: '1990-01-02', address: c('victimAddress'), phone: c('victimPhone') },
      perpetrator: { name: c('perpetratorName'), dateOfBirth: null, address: c('perpetratorAddress'), phone: c('perpetratorPhone') },
      relationship: c('relationship'),
      children: [{ name: c('childName'), dateOfBirth: null, school: c('school') }],
      safeContact: { kind: 'onlyThrough', who: c('safeContactWho'), note: c('safeContactNote') },
      criteria: { professionalJudgement: true, judgementReason: c('judgement') },
      summary: c('summary'),
      teamReference: c('teamReference'),
    },
  })) as { caseId: number; referralId: number }
  const record = async (content: Readonly<Record<string, unknown>>) =>
    ask('record.save', { caseId, content, provenance: { saidBy: agencyId } })
  await record({ kind: 'note', on: day, text: c('noteText') })
  await record({
    kind: 'voice',
    on: day,
    wants: c('wants'),
    fears: c('fears'),
    toldBy: c('toldBy'),
    toldHow: c('toldHow'),
    feedback: c('feedback'),
    codeWord: c('codeWord'),
  })
  await record({ kind: 'contactPoint', agencyId, meets: 'victim', often: c('contactOften'), note: c('contactNote') })
  await record({ kind: 'chainLink', link: 'orderServed', state: 'waiting', heldBy: agencyId, note: c('linkNote') })
  await record({ kind: 'need', domain: 'housing', state: 'open', note: c('needNote') })
  const violations = [{ on: day, what: c('violation'), answer: c('violationAnswer') }]
  await record({ kind: 'measure', measure: 'gps', state: 'inForce', conditions: c('conditions'), violations })
  await record({ kind: 'incident', incident: 'threats', on: day, note: c('incidentNote') })
  await record({ kind: 'awareness', on: day, heKnows: 'unknown', note: c('awarenessNote') })
  await record({
    kind: 'assessment',
    tool: 'other',
    toolVersion: '2',
    completedOn: day,
    completedByRole: c('assessorRole'),
    result: { kind: 'band', band: c('band') },
  })
  await record({ kind: 'vote', question: 'accept', on: day, ballots: [{ agencyId, answer: 'for' }], note: c('voteNote') })
  // Kept for doing it again, in the journal alone.
  await record({ kind: 'note', on: day, text: c('undoneNote') })
  await ask('record.undo', { caseId })
  const { victim } = (await ask('people.ofCase', { caseId })) as { victim: { person: { id: number; version: number } } }
  await ask('people.save', {
    id: victim.person.id,
    version: victim.person.version,
    caseId,
    content: {
      name: c('victimName'),
      dateOfBirth: '1990-01-02',
      address: c('victimAddress'),
      phone: c('victimPhone'),
      details: {
        aliases: [c('alias')],
        otherAddresses: [{ text: c('otherAddress') }],
        otherPhones: [{ number: c('otherPhone') }],
        employer: c('employer'),
        identifiers: [{ kind: 'police', value: c('identifier') }],
        equality: { gender: { kind: 'answer', text: c('equalityAnswer') } },
      },
    },
  })
  await ask('people.addTie', {
    caseId,
    person: { kind: 'new', content: { name: c('allyName') } },
    tie: { role: 'ally', isSafeToTalkTo: 'yes', note: c('tieNote') },
  })
  await ask('drafts.save', { key: 'referral:new', content: JSON.stringify({ text: c('draft') }) })
  const meetingId = await ask('meetings.schedule', { heldOn: day, startsAt: '18:00', place: c('place'), chair: c('chair') })
  const listingId = await ask('meetings.addToAgenda', { meetingId, caseId, referralId })
  await ask('meetings.recordAttendance', {
    meetingId,
    agencyId,
    personId: null,
    personName: c('attendee'),
    presence: 'present',
    hasDeclared: true,
  })
  await ask('conflicts.declare', { meetingId, agencyId, saidBy: 'attendee', caseIds: [] })
  await ask('meetings.open', { meetingId })
  await ask('listings.turnTo', { listingId })
  await ask('listings.addFact', { listingId, agencyId, basis: 'fact', text: c('fact') })
  await ask('listings.addRisk', { listingId, text: c('risk') })
  const actionId = await ask('actions.record', { listingId, agencyId, description: c('action'), dueOn: day })
  await ask('actions.changeStatus', { id: actionId, version: 1, status: 'notPossible', reason: c('actionReason') })
  await ask('listings.defer', { listingId, reason: c('deferReason') })
  await ask('actions.saveFilter', { name: c('filterName'), filter: { search: c('filterSearch') } })
  await ask('risk.saveWording', {
    tool: 'dangerAssessment',
    version: 'female-victim-male-partner',
    items: { gun: c('toolWording') },
    isLicensed: true,
    permission: c('toolPermission'),
  })
  await ask('record.save', {
    caseId,
    content: {
      kind: 'assessment',
      tool: 'dangerAssessment',
      toolVersion: 'female-victim-male-partner',
      completedOn: day,
      result: { kind: 'answers', answers: { ownSuicidality: 'yes' } },
      judgement: { level: 'high', reason: c('riskJudgement') },
      calendar: [{ on: day, severity: 3 }],
      response: c('riskResponse'),
    },
    provenance: {},
  })
  const csv = `Victim name,Offender Name,Referring Agency,Date of referral,DASH score,Escalation,What she wants,Shoe size\n${c('importedName')},Gideon Cobbleton,${c('agencyName')},03/11/2026,15,yes,${c('importedWants')},${c('keptCell')}\n`
  const { token, mapping } = (await ask('imports.read', {
    kind: 'referrals',
    fileName: 'a.csv',
    bytes: new TextEncoder().encode(csv),
  })) as {
    token: string
    mapping: Readonly<Record<string, number | null>>
  }
  const placed = { mapping, kept: [7], dayFirst: true }
  await ask('imports.remap', { token, ...placed, createAgencies: false })
  await ask('imports.saveMapping', { kind: 'referrals', name: c('mappingName'), headings: ['Victim name', 'Offender Name'], ...placed })
  await ask('imports.commit', { token })
  const { rows } = (await ask('cases.list', { search: c('importedName') })) as { rows: readonly { reference: string }[] }
  await ask('links.add', { caseId, otherReference: rows[0]?.reference ?? '', kind: 'relative', reason: c('linkReason') })
  await ask('cases.list', { search: c('victimName') })
  await ask('cases.get', { id: caseId })
  // Last: in a meeting it would have to be opened by a second confirmation.
  await ask('restrictions.set', { caseId, reason: c('restrictionReason'), agencyIds: [], slotIds: [] })
  return { caseId, agencyId: agencyId as number, meetingId: meetingId as number }
}
