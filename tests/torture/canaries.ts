import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madePassphrase } from '../fixtures/made-profile.ts'
import { askedVault, type AskedVault, wait } from './asked-vault.ts'
import { inFolder, type Torture } from './torture.ts'

/** Words that stand nowhere else, one for each kind of text that a person enters. */
const kinds = [
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
  'passphrase',
  'recoveryKey',
] as const
type Kind = (typeof kinds)[number]

/** Letters with accents, apostrophes and another script among them: each must be looked for as its own bytes. */
const canaryOf = (kind: Kind): string => `Zyx${kind}Ñandú-Ōtāruм`

const encodings: Readonly<Record<string, (text: string) => readonly Buffer[]>> = {
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

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Each needle that stands in a file under the folder, names of files included. */
function found(folder: string, needles: readonly Needle[]): readonly string[] {
  return filesUnder(folder).flatMap((path) => {
    const content = Buffer.concat([Buffer.from(path.slice(folder.length)), readFileSync(path)])
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ what }) => `${what} in ${path.slice(folder.length + 1)}`)
  })
}

/** One request that must succeed: a canary that was never stored proves nothing. */
async function must(vault: AskedVault, name: string, input: unknown): Promise<unknown> {
  return vault.value({ kind: 'operation', name, input })
}

async function enterEverything(vault: AskedVault): Promise<void> {
  const c = canaryOf
  const day = '2026-11-02'
  await must(vault, 'settings.save', {
    teamName: c('teamName'),
    coordinatorName: c('coordinator'),
    region: 'uk',
    locale: 'en-GB',
    lockAfterMinutes: 10,
    colorScheme: 'auto',
  })
  const agencyId = await must(vault, 'agencies.add', {
    name: c('agencyName'),
    sector: 'police',
    isCore: true,
    email: c('agencyEmail'),
    phone: c('agencyPhone'),
    notes: c('agencyNotes'),
    people: [{ name: c('teamPerson'), role: 'representative', email: '', phone: '' }],
  })
  const { caseId, referralId } = (await must(vault, 'referrals.record', {
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
  await must(vault, 'drafts.save', { key: 'referral:new', content: JSON.stringify({ text: c('draft') }) })
  const meetingId = await must(vault, 'meetings.schedule', { heldOn: day, startsAt: '18:00', place: c('place'), chair: c('chair') })
  const listingId = await must(vault, 'meetings.addToAgenda', { meetingId, caseId, referralId })
  await must(vault, 'meetings.recordAttendance', {
    meetingId,
    agencyId,
    personId: null,
    personName: c('attendee'),
    presence: 'present',
    hasDeclared: true,
  })
  await must(vault, 'meetings.open', { meetingId })
  await must(vault, 'listings.turnTo', { listingId })
  await must(vault, 'listings.addFact', { listingId, agencyId, basis: 'fact', text: c('fact') })
  await must(vault, 'listings.addRisk', { listingId, text: c('risk') })
  const actionId = await must(vault, 'actions.record', { listingId, agencyId, description: c('action'), dueOn: day })
  await must(vault, 'actions.changeStatus', { id: actionId, version: 1, status: 'notPossible', reason: c('actionReason') })
  await must(vault, 'listings.defer', { listingId, reason: c('deferReason') })
  await must(vault, 'actions.saveFilter', { name: c('filterName'), filter: { search: c('filterSearch') } })
  const csv = `Victim name,Offender Name,Referring Agency,Date of referral,DASH score,Escalation\n${c('importedName')},Gideon Cobbleton,${c('agencyName')},03/11/2026,15,yes\n`
  const { token } = (await must(vault, 'imports.read', { kind: 'referrals', fileName: 'a.csv', bytes: new TextEncoder().encode(csv) })) as {
    token: string
  }
  await must(vault, 'imports.commit', { token })
  await must(vault, 'cases.list', { search: c('victimName') })
  await must(vault, 'cases.get', { id: caseId })
}

/** A first run and a month's entries, ended by SIGKILL in the middle of a write: no text of it in any file of the data folder, in any encoding. */
export const canaryScan: Torture = {
  name: 'canaries in the data folder',
  run: () =>
    inFolder(async (folder) => {
      const passphrase = `${madePassphrase} ${canaryOf('passphrase')}`
      const vault = askedVault(folder)
      const { recoveryGroups, askedGroups } = (await vault.value({ kind: 'prepare', passphrase })) as {
        recoveryGroups: string[]
        askedGroups: number[]
      }
      await vault.value({ kind: 'create', typedGroups: askedGroups.map((index) => ({ index, text: recoveryGroups[index] ?? '' })) })
      await enterEverything(vault)
      const writing = (async () => {
        for (
          let count = 0;
          (await vault.run('drafts.save', { key: 'referral:new', content: canaryOf('draft').repeat(1000 + count) })) !== null;
          count += 1
        );
      })()
      await wait(40)
      await vault.kill()
      await writing

      const needles = kinds.filter((kind) => kind !== 'recoveryKey').flatMap((kind) => needlesFor(kind, canaryOf(kind)))
      const all = [
        ...needles,
        ...needlesFor('recoveryKey', recoveryGroups.join('')),
        ...needlesFor('recoveryKey, as shown', recoveryGroups.slice(0, 4).join(' ')),
      ]
      const failures = [...found(folder, all)]
      const files = filesUnder(folder)
      const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
      // One planted file for each encoding: all of them must be found.
      const planted = Object.entries(encodings).flatMap(([encoding, encode]) =>
        encode(canaryOf('victimName')).map((each, shift) => ({ name: `planted-${encoding.replace(/\W/g, '')}-${shift}`, each })),
      )
      for (const { name, each } of planted)
        writeFileSync(join(folder, name), Buffer.concat([Buffer.from('before '), each, Buffer.from(' after')]))
      const hits = new Set(found(folder, all).map((line) => line.split(' in ').at(-1)))
      return {
        kind: 'ran',
        done: `${kinds.length} kinds of text in ${Object.keys(encodings).length} encodings looked for in ${files.length} files (${Math.round(bytes / 1024)} KiB), ${failures.length} found`,
        tried: all.length,
        failures,
        control: {
          planted: `${planted.length} files with one of them, one for each form of each encoding`,
          isFound: planted.every(({ name }) => hits.has(name)),
        },
      }
    }),
}
