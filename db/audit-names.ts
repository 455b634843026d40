import type { AuditNames } from '#domain/audit/entry.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { ReadDb } from './handles.ts'

type Lookup<Value> = (db: ReadDb, id: string) => Value | null

const referenceOfCase: Lookup<string> = (db, id) =>
  db.get<{ reference: string }>(
    `SELECT reference FROM cases WHERE id = :id
     UNION ALL SELECT reference FROM destroyed_records WHERE case_id = :id LIMIT 1`,
    { id: Number(id) },
  )?.reference ?? null

const agencyName: Lookup<string> = (db, id) =>
  db.get<{ name: string }>('SELECT name FROM agencies WHERE id = :id', { id: Number(id) })?.name ?? null

const meetingDay: Lookup<IsoDate> = (db, id) =>
  db.get<{ heldOn: IsoDate }>('SELECT held_on AS heldOn FROM meetings WHERE id = :id', { id: Number(id) })?.heldOn ?? null

const holderName: Lookup<string> = (db, id) => {
  const found = db.get<{ name: string }>('SELECT name FROM key_holders WHERE slot_id = :id', { id })?.name ?? ''
  return found === '' ? null : found
}

/** An action's number may be given out again once its case was destroyed; a case's never is, so both must fit. */
const actionReference = (db: ReadDb, actionId: string, caseId: string | undefined): string | null =>
  db.get<{ reference: string }>('SELECT reference FROM actions WHERE id = :actionId AND (:caseId IS NULL OR case_id = :caseId)', {
    actionId: Number(actionId),
    caseId: caseId === undefined ? null : Number(caseId),
  })?.reference ?? null

/** Looks up what the ids of log entries are called today, each id once. */
export function nameLookup(db: ReadDb): (facts: Readonly<Record<string, string>>) => AuditNames {
  const known = new Map<string, unknown>()
  const once = <Value>(kind: string, id: string | undefined, look: Lookup<Value>): Value | null => {
    if (id === undefined) return null
    const key = `${kind} ${id}`
    if (!known.has(key)) known.set(key, look(db, id))
    return known.get(key) as Value | null
  }
  return (facts) => {
    const caseId = facts['caseId']
    return {
      case: once('case', caseId, referenceOfCase),
      action: once(`action of ${caseId ?? ''}`, facts['actionId'], (_, id) => actionReference(db, id, caseId)),
      agency: once('agency', facts['agencyId'], agencyName),
      meeting: once('meeting', facts['meetingId'], meetingDay),
      holder: once('holder', facts['slotId'] ?? facts['leaverSlotId'], holderName),
    }
  }
}
