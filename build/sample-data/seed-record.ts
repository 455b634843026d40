import type { Api } from '#contract'
import type { Sector } from '#domain/agency.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { AgencyId, CaseId, EntryId } from '#domain/ids.ts'
import { entriesOf } from '#domain/record/entry.ts'
import type { NeedDomain } from '#domain/record/need.ts'
import type { Result } from '#domain/refusal.ts'
import { dayFrom, onlyHerVoice, sampleRecords, type SampleEntry } from './case-record.ts'

type RecordDoor = Pick<Api, 'agencies' | 'cases' | 'record'>

/** So many of the newest cases get a whole record; of most others it is known what she said, of every fifth nothing. */
const recordedCases = 12

async function accepted<T>(asked: Promise<Result<T>>, what: string): Promise<T> {
  const result = await asked
  if (!result.ok) throw new Error(`sample record: ${what} was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Writes what the team knows into the record of the newest cases: chain, measures, her voice, needs, who meets whom. Answers their ids. */
export async function seedRecord(door: RecordDoor, today: IsoDate): Promise<readonly CaseId[]> {
  const team = await accepted(door.agencies.list({}), 'agencies.list')
  const ofSector = (sector: Sector): AgencyId => {
    const found = team.find((agency) => agency.sector === sector) ?? team[0]
    if (!found) throw new Error('sample record: the team has no agency')
    return found.id
  }
  const { rows } = await accepted(door.cases.list({ limit: 100 }), 'cases.list')
  for (const [place, { id }] of rows.entries()) {
    const record = place < recordedCases ? sampleRecords[place % sampleRecords.length] : place % 5 === 4 ? [] : onlyHerVoice
    await write(door, id, record ?? [], ofSector, today)
  }
  return rows.slice(0, recordedCases).map(({ id }) => id)
}

async function write(
  door: RecordDoor,
  caseId: CaseId,
  record: readonly SampleEntry[],
  ofSector: (sector: Sector) => AgencyId,
  today: IsoDate,
): Promise<void> {
  const byName = new Map<string, EntryId>()
  const { entries } = await accepted(door.record.of({ caseId }), 'record.of')
  // A need that the team's spreadsheet told of stands there already.
  const told = new Set(entriesOf(entries, 'need').map((need) => need.content.domain))
  for (const { name, dependsOn, saidBy, content } of record) {
    const before = dependsOn === undefined ? null : (byName.get(dependsOn) ?? null)
    const said = content(ofSector, dayFrom(today), before)
    if (said.kind === 'need' && told.has(said.domain)) continue
    const id = await accepted(
      door.record.save({
        caseId,
        content: said,
        provenance: { saidBy: saidBy === undefined ? null : ofSector(saidBy) },
      }),
      'record.save',
    )
    if (name !== undefined) byName.set(name, id)
  }
}

/** Which sector's action answers a need; what has no entry stays without one, for the screen to show. */
const answering: Partial<Record<NeedDomain, readonly Sector[]>> = {
  housing: ['housing'],
  health: ['health'],
  childcare: ['schools', 'childProtection'],
  legal: ['prosecution', 'courts'],
}

/** Links the open needs of cases to the actions that a meeting has agreed since. */
export async function linkNeeds(door: RecordDoor, cases: readonly CaseId[]): Promise<void> {
  const team = new Map((await accepted(door.agencies.list({}), 'agencies.list')).map(({ id, sector }) => [id, sector] as const))
  for (const caseId of cases) {
    const { actions } = await accepted(door.cases.get({ id: caseId }), 'cases.get')
    const { entries } = await accepted(door.record.of({ caseId }), 'record.of')
    for (const { id, version, content, provenance } of entriesOf(entries, 'need')) {
      const sectors: readonly (Sector | undefined)[] = answering[content.domain] ?? []
      const actionIds = actions
        .filter(({ agencyId, isSafetyAction }) => (content.domain === 'safety' ? isSafetyAction : sectors.includes(team.get(agencyId))))
        .map((action) => action.id)
      if (content.state !== 'open' || actionIds.length === 0) continue
      await accepted(door.record.save({ caseId, id, version, content: { ...content, actionIds }, provenance }), 'record.save')
    }
  }
}
