import type { ReadDb, WriteDb } from './handles.ts'

/** Keys that sealed something before the data key was renewed: the log up to an entry, and the lists that went out until then. */
export type FormerKeys = { readonly lastAuditSeq: number; readonly auditKey: Buffer; readonly sealKey: Buffer }

/** Oldest first. */
export function listFormerKeys(db: ReadDb): readonly FormerKeys[] {
  return db.all<FormerKeys>(
    'SELECT last_audit_seq AS lastAuditSeq, audit_key AS auditKey, seal_key AS sealKey FROM former_keys ORDER BY last_audit_seq',
  )
}

/** Keeps the keys of the time that ends with the log's last entry. */
export function keepFormerKeys(db: WriteDb, keys: { readonly auditKey: Uint8Array; readonly sealKey: Uint8Array }, endedAt: string): void {
  db.run(
    `INSERT INTO former_keys (last_audit_seq, audit_key, seal_key, ended_at)
     SELECT coalesce(max(seq), 0), :auditKey, :sealKey, :endedAt FROM main.audit_entries`,
    { ...keys, endedAt },
  )
}
