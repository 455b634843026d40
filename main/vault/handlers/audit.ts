import { actorsInLog, auditPage, findCaseByReference, type LogEntry, type LogQuery, nameLookup, type ReadDb, referencesLike } from '#db'
import { type AuditFilter, type AuditRow, auditShownLimit, readSubject } from '#domain/audit/entry.ts'
import type { CaseId } from '#domain/ids.ts'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { exportPassword, exportPasswordBytes } from '#domain/sharing/export-password.ts'
import { randomBytes } from 'node:crypto'
import type { AuditWatch } from '../audit/watch.ts'
import type { Context } from '../context.ts'
import { writeAuditXlsx } from '../documents/audit-xlsx.ts'
import { type Handlers, staged } from '../handler.ts'
import { readSettings } from './settings.ts'

/** A workbook of so many rows is made in some seconds. */
const EXPORT_LIMIT = auditShownLimit
const NO_CASE = 0 as CaseId

/** The moment at which a day begins on the coordinator's wall. */
function startOfDay(date: IsoDate): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day).toISOString()
}

/** The case of a reference or of the number at its end, there or destroyed; an id that no case has where none fits. */
function caseOfReference(db: ReadDb, typed: string): CaseId {
  const text = typed.toUpperCase()
  const like = referencesLike(text)
  const reference =
    like !== null
      ? db.get<{ reference: string }>(
          `SELECT reference FROM (SELECT reference FROM cases UNION SELECT reference FROM destroyed_records WHERE kind = 'case')
         WHERE reference LIKE :like ORDER BY reference DESC LIMIT 1`,
          { like },
        )?.reference
      : text
  if (reference === undefined) return NO_CASE
  return (
    findCaseByReference(db, reference)?.id ??
    db.get<{ id: CaseId }>('SELECT case_id AS id FROM destroyed_records WHERE reference = :reference AND case_id IS NOT NULL LIMIT 1', {
      reference,
    })?.id ??
    NO_CASE
  )
}

function logQuery(db: ReadDb, { caseReference, from, to, group, actor, outcome }: AuditFilter): LogQuery {
  return {
    group,
    actor,
    outcome,
    caseId: caseReference === '' ? null : caseOfReference(db, caseReference),
    from: from && startOfDay(from),
    before: to && startOfDay(addDays(to, 1)),
  }
}

function rowsOf(db: ReadDb, entries: readonly LogEntry[]): readonly AuditRow[] {
  const namesOf = nameLookup(db)
  return entries.map(({ subject, outcome, ...entry }) => {
    const facts = readSubject(subject)
    return { ...entry, outcome: outcome.startsWith('refused:') ? outcome.slice('refused:'.length) : outcome, facts, names: namesOf(facts) }
  })
}

function watchOf({ audit }: Context): AuditWatch {
  if (!audit) throw new Error('nobody watches this log')
  return audit
}

export const auditHandlers: Handlers<'audit'> = {
  list: (db, { offset, limit, ...filter }) => {
    const { rows, total } = auditPage(db, logQuery(db, filter), { offset, limit })
    return accept({ rows: rowsOf(db, rows), total })
  },
  actors: (db) => accept(actorsInLog(db)),
  standing: (_, __, context) => accept(watchOf(context).standing()),
  verify: (_, __, context) => {
    watchOf(context).checkWhole()
    return accept(watchOf(context).standing())
  },
  export: staged(
    async (
      db,
      filter,
      { today },
    ): Promise<Result<{ readonly fileName: string; readonly rows: number; readonly password: string; readonly bytes: Uint8Array }>> => {
      const query = logQuery(db, filter)
      const { total } = auditPage(db, query, { offset: 0, limit: 1 })
      if (total > EXPORT_LIMIT) return refuse({ code: 'tooManyToExport', limit: EXPORT_LIMIT })
      const { rows } = auditPage(db, query, { offset: 0, limit: EXPORT_LIMIT })
      const password = exportPassword(randomBytes(exportPasswordBytes))
      const settings = readSettings(db)
      const bytes = await writeAuditXlsx(
        rowsOf(db, rows),
        { locale: settings?.locale ?? 'en-GB', teamName: settings?.teamName ?? '' },
        password,
      )
      return accept({ fileName: `${today}_log.xlsx`, rows: rows.length, password, bytes })
    },
    (_, { bytes, ...value }) => accept({ value, files: [{ name: value.fileName, bytes }] }),
  ),
}
