import type { Agency } from '#domain/agency.ts'
import type { IsoDate } from '#domain/dates.ts'
import { join } from 'node:path'
import { launchCaseboard } from '../launch.ts'
import { seedHistory } from '../sample-data/seed-history.ts'
import { linkNeeds, seedRecord } from '../sample-data/seed-record.ts'
import { writeSampleFiles } from '../sample-data/write-sample-files.ts'
import type { DemoOptions } from './command-line.ts'
import { contractDoor } from './contract-door.ts'
import { firstRun } from './first-run.ts'
import { importAgencies, importReferrals, type ImportOutcome } from './import-files.ts'
import { lock } from './lock.ts'
import { lookAround } from './look-around.ts'
import { prepareMeeting } from './prepare-meeting.ts'
import { runMeeting } from './run-meeting.ts'
import { type AgencyList, shareLists, takeReturn } from './share-lists.ts'
import { makeFolders, type Stage, stageOf } from './stage.ts'
import { type Summary, writeSummary } from './summary.ts'
import { workOnActions } from './work-on-actions.ts'

const passphrase = 'seven purple lamps drift over inkwells'
const team = { name: 'Quillhaven Marac', coordinator: 'Petra Quillfeather' }
const nothing: ImportOutcome = { imported: 0, refused: [] }

/** Plays a whole month on the real interface and leaves profile, exports, returns, screens and summary in the folder. */
export async function playMonth(options: DemoOptions, today: IsoDate): Promise<Summary> {
  const started = performance.now()
  const folders = makeFolders(options.out)
  const isSample = options.referrals === null && options.agencies === null
  const sample = options.referrals === null ? writeSampleFiles(join(options.out, 'input'), today) : null
  const app = await launchCaseboard({ profile: folders.profile, locale: 'en-GB', width: 1280, height: 720, hideStandInBadge: true })
  const stage = stageOf(app, folders)
  try {
    await firstRun(stage, passphrase, team)
    stage.say('First run done: passphrase, recovery key, team.')
    const agenciesFile = options.agencies ?? sample?.agencies ?? null
    const referralsFile = options.referrals ?? sample?.referrals
    if (referralsFile === undefined) throw new Error('there are no referrals to import')
    const agencies = agenciesFile === null ? nothing : await importAgencies(stage, agenciesFile)
    if (isSample) await seedHistory(contractDoor(stage.page), today)
    const referrals = await importReferrals(stage, referralsFile, { addsAgencies: agenciesFile === null })
    stage.say(
      `Imported ${String(agencies.imported)} agencies and ${String(referrals.imported)} referrals; ${String(referrals.refused.length)} rows refused.`,
    )
    const recorded = isSample ? await seedRecord(contractDoor(stage.page), today) : []
    const meetingId = await prepareMeeting(stage, today)
    const meeting = await runMeeting(stage, meetingId)
    stage.say(`Meeting held: ${String(meeting.discussed)} cases discussed, ${String(meeting.actions)} actions agreed.`)
    await linkNeeds(contractDoor(stage.page), recorded)
    await workOnActions(stage)
    const lists = await shareLists(stage, meetingId)
    const returning = lists.find(({ actions }) => actions >= 3) ?? lists[0]
    const importedUpdates = returning ? await takeReturn(stage, returning) : 0
    stage.say(`Shared ${String(lists.length)} lists and took ${String(importedUpdates)} updates back.`)
    await lookAround(stage)
    const summary: Summary = {
      host: app.host,
      ...(await counts(stage)),
      discussed: meeting.discussed,
      deferred: meeting.deferred,
      importedReferrals: referrals.imported,
      refusedRows: referrals.refused,
      refusedAgencyRows: agencies.refused,
      agencies: await agencyLines(stage, lists),
      importedUpdates,
      passphrase,
      seconds: 0,
    }
    await lock(stage)
    const whole = { ...summary, seconds: Math.round((performance.now() - started) / 1000) }
    writeSummary(options.out, whole)
    return whole
  } catch (error) {
    await stage.picture('failed').catch(() => undefined)
    throw error
  } finally {
    await app.close()
  }
}

async function counts({ page }: Stage): Promise<Pick<Summary, 'cases' | 'actions'>> {
  const cases = await contractDoor(page).cases.list({ limit: 1 })
  const actions = await contractDoor(page).actions.list({ state: 'all', limit: 1 })
  if (!cases.ok || !actions.ok) throw new Error('the records could not be counted')
  return { cases: cases.value.total, actions: actions.value.total }
}

/** Every agency of the team, with the list that it was sent, if it was sent one. */
async function agencyLines({ page }: Stage, lists: readonly AgencyList[]): Promise<Summary['agencies']> {
  const all = await contractDoor(page).agencies.list({})
  const agencies: readonly Agency[] = all.ok ? all.value : []
  return agencies.map(({ id, name, sector }) => {
    const list = lists.find(({ agencyId }) => agencyId === id)
    return {
      name,
      sector,
      actions: list?.actions ?? 0,
      files: (list?.fileNames ?? []).map((file) => `exports/${file}`),
      password: list?.password ?? null,
    }
  })
}
