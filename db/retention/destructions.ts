import type { IsoDate, IsoInstant } from '#domain/dates.ts'
import type { CaseId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import type { DestroyedCounts, DestroyedRecord, Destruction } from '#domain/retention/destruction.ts'
import type { RecordKind } from '#domain/retention/record-kind.ts'
import type { BackupRecord } from '../backups.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

type Head = Omit<Destruction, 'records'>

const headSql = 'SELECT id, at, by, reason, audit_seq AS auditSeq, swept_at AS sweptAt FROM destructions'

type StoredRecord = { readonly kind: RecordKind; readonly reference: string; readonly since: IsoDate; readonly counts: string }

function withRecords(db: ReadDb, head: Head): Destruction {
  const records = db
    .all<StoredRecord>('SELECT kind, reference, since, counts FROM destroyed_records WHERE destruction_id = :id ORDER BY id', {
      id: head.id,
    })
    .map((row): DestroyedRecord => ({ ...row, counts: JSON.parse(row.counts) as DestroyedCounts }))
  return { ...head, records }
}

export function findDestruction(db: ReadDb, id: number): Destruction | undefined {
  const head = db.get<Head>(`${headSql} WHERE id = :id`, { id })
  return head && withRecords(db, head)
}

/** What was destroyed, newest first. */
export function destructionPage(db: ReadDb, { offset, limit }: { readonly offset: number; readonly limit: number }): Page<Destruction> {
  return {
    rows: db.all<Head>(`${headSql} ORDER BY id DESC LIMIT :limit OFFSET :offset`, { offset, limit }).map((head) => withRecords(db, head)),
    total: db.get<{ n: number }>('SELECT count(*) AS n FROM destructions')?.n ?? 0,
  }
}

export function insertDestruction(
  db: WriteDb,
  { at, by, reason }: Pick<Destruction, 'at' | 'by' | 'reason'>,
  records: readonly (DestroyedRecord & { readonly caseId: CaseId | null })[],
): number {
  const { id } = db.run(
    'INSERT INTO destructions (at, by, reason, audit_seq) SELECT :at, :by, :reason, coalesce(max(seq), 0) FROM main.audit_entries',
    { at, by, reason },
  )
  for (const { kind, reference, caseId, since, counts } of records)
    db.run(
      `INSERT INTO destroyed_records (destruction_id, kind, reference, case_id, since, counts)
       VALUES (:id, :kind, :reference, :caseId, :since, :counts)`,
      { id, kind, reference, caseId, since, counts: JSON.stringify(counts) },
    )
  return id
}

/** Whether something was destroyed since the file was last written anew. */
export function isSweepDue(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM destructions WHERE swept_at IS NULL LIMIT 1') !== undefined
}

export function markSwept(db: WriteDb, at: IsoInstant): void {
  db.run('UPDATE destructions SET swept_at = :at WHERE swept_at IS NULL', { at })
}

export type HoldingBackup = Pick<BackupRecord, 'madeAt' | 'place' | 'folder' | 'fileName'>

/** Backups made before a destruction, which still hold what it destroyed as far as it was there by then. Newest first. */
export function backupsHolding(db: ReadDb, auditSeq: number): readonly HoldingBackup[] {
  return db.all(
    `SELECT made_at AS madeAt, place, folder, file_name AS fileName FROM backups
     WHERE problem = '' AND removed_at IS NULL AND audit_seq <= :auditSeq ORDER BY id DESC`,
    { auditSeq },
  )
}
