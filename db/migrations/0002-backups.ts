export const backups = {
  name: '0002-backups',
  sql: `
CREATE TABLE backups (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('automatic', 'chosen', 'beforeUpdate')),
  folder TEXT NOT NULL,
  is_elsewhere INTEGER NOT NULL CHECK (is_elsewhere IN (0, 1)),
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  audit_seq INTEGER NOT NULL,
  problem TEXT NOT NULL DEFAULT '',
  removed_at TEXT
) STRICT;
CREATE INDEX backups_by_time ON backups (made_at, id);
`,
} as const
