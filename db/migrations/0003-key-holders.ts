/**
 * Who holds which slot of the key file, by the slot's id; the slot of every log entry; and the keys under which the log and the lists that
 * are out were sealed before the data key was renewed.
 */
export const keyHolders = {
  name: '0003-key-holders',
  sql: `
CREATE TABLE key_holders (
  slot_id TEXT PRIMARY KEY CHECK (length(slot_id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  role TEXT NOT NULL CHECK (role IN ('coordinator', 'deputy', 'readOnly')),
  name TEXT NOT NULL DEFAULT '',
  added_at TEXT NOT NULL,
  changed_at TEXT,
  removed_at TEXT
) STRICT, WITHOUT ROWID;

ALTER TABLE audit_entries ADD COLUMN slot TEXT NOT NULL DEFAULT '';

CREATE TABLE former_keys (
  last_audit_seq INTEGER PRIMARY KEY,
  audit_key BLOB NOT NULL,
  seal_key BLOB NOT NULL,
  ended_at TEXT NOT NULL
) STRICT;
`,
} as const
