import { type Agency, type AgencyDraft, agencyKey, type Sector, type TeamPerson, type TeamRole } from '#domain/agency.ts'
import type { AgencyId, ImportId, TeamPersonId } from '#domain/ids.ts'
import type { ReadDb, WriteDb } from './handles.ts'

type AgencyRow = {
  readonly id: AgencyId
  readonly name: string
  readonly sector: Sector
  readonly is_core: number
  readonly email: string
  readonly phone: string
  readonly notes: string
  readonly is_archived: number
}
type PersonRow = {
  readonly id: TeamPersonId
  readonly agency_id: AgencyId
  readonly name: string
  readonly role: TeamRole
  readonly email: string
  readonly phone: string
}

function agencyOf(row: AgencyRow, people: readonly TeamPerson[]): Agency {
  const { id, name, sector, email, phone, notes } = row
  return { id, name, sector, email, phone, notes, isCore: row.is_core === 1, isArchived: row.is_archived === 1, people }
}

/** All agencies by name, each with its people; archived ones only when asked for. */
export function listAgencies(db: ReadDb, includeArchived: boolean): readonly Agency[] {
  const people = new Map<AgencyId, TeamPerson[]>()
  for (const { agency_id: agencyId, ...person } of db.all<PersonRow>(
    'SELECT id, agency_id, name, role, email, phone FROM team_people ORDER BY role DESC, name',
  )) {
    const known = people.get(agencyId)
    if (known) known.push({ ...person, agencyId })
    else people.set(agencyId, [{ ...person, agencyId }])
  }
  return db
    .all<AgencyRow>(
      `SELECT id, name, sector, is_core, email, phone, notes, is_archived FROM agencies WHERE is_archived <= :archived ORDER BY name COLLATE NOCASE, id`,
      { archived: Number(includeArchived) },
    )
    .map((row) => agencyOf(row, people.get(row.id) ?? []))
}

/** The agency of a name, whatever its case and punctuation. */
export function findAgencyByName(db: ReadDb, name: string): { readonly id: AgencyId; readonly name: string } | undefined {
  return db.get('SELECT id, name FROM agencies WHERE name_key = :key', { key: agencyKey(name) })
}

export function agencyExists(db: ReadDb, id: AgencyId): boolean {
  return db.get('SELECT 1 FROM agencies WHERE id = :id', { id }) !== undefined
}

export function sectorOfAgency(db: ReadDb, id: AgencyId): Sector | null {
  return db.get<{ sector: Sector }>('SELECT sector FROM agencies WHERE id = :id', { id })?.sector ?? null
}

export function worksFor(db: ReadDb, personId: TeamPersonId, agencyId: AgencyId): boolean {
  return db.get('SELECT 1 FROM team_people WHERE id = :personId AND agency_id = :agencyId', { personId, agencyId }) !== undefined
}

function insertPerson(db: WriteDb, agencyId: AgencyId, person: AgencyDraft['people'][number]): void {
  db.run('INSERT INTO team_people (agency_id, name, role, email, phone) VALUES (:agencyId, :name, :role, :email, :phone)', {
    agencyId,
    name: person.name,
    role: person.role,
    email: person.email,
    phone: person.phone,
  })
}

export function insertAgency(db: WriteDb, draft: AgencyDraft, importId: ImportId | null = null): AgencyId {
  const { id } = db.run(
    `INSERT INTO agencies (name, name_key, sector, is_core, email, phone, notes, import_id)
     VALUES (:name, :key, :sector, :isCore, :email, :phone, :notes, :importId)`,
    {
      name: draft.name,
      key: agencyKey(draft.name),
      sector: draft.sector,
      isCore: Number(draft.isCore),
      email: draft.email,
      phone: draft.phone,
      notes: draft.notes,
      importId,
    },
  )
  const agencyId = id as AgencyId
  for (const person of draft.people) insertPerson(db, agencyId, person)
  return agencyId
}

/** Replaces the agency's fields, and its people: those named by id are changed, the new ones added, the rest removed. */
export function updateAgency(db: WriteDb, id: AgencyId, draft: AgencyDraft): void {
  db.run(
    `UPDATE agencies SET name = :name, name_key = :key, sector = :sector, is_core = :isCore, email = :email, phone = :phone, notes = :notes WHERE id = :id`,
    {
      id,
      name: draft.name,
      key: agencyKey(draft.name),
      sector: draft.sector,
      isCore: Number(draft.isCore),
      email: draft.email,
      phone: draft.phone,
      notes: draft.notes,
    },
  )
  const kept = new Set(draft.people.map((person) => person.id))
  for (const { id: personId } of db.all<{ id: TeamPersonId }>('SELECT id FROM team_people WHERE agency_id = :id', { id })) {
    if (!kept.has(personId)) db.run('DELETE FROM team_people WHERE id = :personId', { personId })
  }
  for (const person of draft.people) {
    if (person.id === undefined) insertPerson(db, id, person)
    else
      db.run('UPDATE team_people SET name = :name, role = :role, email = :email, phone = :phone WHERE id = :personId AND agency_id = :id', {
        id,
        personId: person.id,
        name: person.name,
        role: person.role,
        email: person.email,
        phone: person.phone,
      })
  }
}

export function setAgencyArchived(db: WriteDb, id: AgencyId, isArchived: boolean): void {
  db.run('UPDATE agencies SET is_archived = :archived WHERE id = :id', { id, archived: Number(isArchived) })
}

export function countOpenActionsOfAgency(db: ReadDb, id: AgencyId): number {
  return (
    db.get<{ n: number }>(`SELECT count(*) AS n FROM actions WHERE agency_id = :id AND status IN ('proposed', 'agreed', 'inProgress')`, {
      id,
    })?.n ?? 0
  )
}

/** The password of the agency's files, or an empty text where none was made yet. */
export function exportPassword(db: ReadDb, id: AgencyId): string {
  return db.get<{ password: string }>('SELECT export_password AS password FROM agencies WHERE id = :id', { id })?.password ?? ''
}

export function setExportPassword(db: WriteDb, id: AgencyId, password: string): void {
  db.run('UPDATE agencies SET export_password = :password WHERE id = :id', { id, password })
}
