/**
 * What the log is searched by, and marks of how far it was checked and where it begins; how a case was closed; legal holds; what was destroyed.
 * The indexes on `subject` read it as `subjectText` writes it: ` caseId=7 ...`.
 */
export const logAndRetention = {
  name: '0004-log-and-retention',
  sql: `
CREATE INDEX audit_by_operation ON audit_entries (operation);
CREATE INDEX audit_by_actor ON audit_entries (actor);
CREATE INDEX audit_by_time ON audit_entries (at);
CREATE INDEX audit_refused ON audit_entries (seq) WHERE outcome <> 'done';
CREATE INDEX audit_by_case ON audit_entries (CAST(substr(subject, instr(' ' || subject, ' caseId=') + 7) AS INTEGER))
  WHERE instr(' ' || subject, ' caseId=') > 0;
CREATE INDEX audit_overrides ON audit_entries (seq) WHERE instr(' ' || subject, ' override=') > 0;

CREATE TABLE audit_marks (
  name TEXT PRIMARY KEY CHECK (name IN ('start', 'verified', 'whole')),
  seq INTEGER NOT NULL,
  mac BLOB NOT NULL,
  at TEXT NOT NULL,
  seal BLOB NOT NULL
) STRICT, WITHOUT ROWID;

DROP TRIGGER audit_entries_stay;
CREATE TRIGGER audit_entries_stay BEFORE DELETE ON audit_entries
WHEN NOT EXISTS (SELECT 1 FROM audit_marks WHERE name = 'start' AND seq >= old.seq) BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

ALTER TABLE cases ADD COLUMN closed_note TEXT NOT NULL DEFAULT '';
ALTER TABLE import_reviews ADD COLUMN started_at TEXT NOT NULL DEFAULT '';

CREATE TABLE last_ids (
  noun TEXT PRIMARY KEY,
  id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE legal_holds (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  placed_at TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX legal_holds_by_case ON legal_holds (case_id);
CREATE UNIQUE INDEX legal_holds_standing ON legal_holds (case_id) WHERE lifted_at IS NULL;

CREATE TABLE destructions (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('schedule', 'personAsked', 'courtOrder', 'recordedInError')),
  audit_seq INTEGER NOT NULL,
  swept_at TEXT
) STRICT;

CREATE TABLE destroyed_records (
  id INTEGER PRIMARY KEY,
  destruction_id INTEGER NOT NULL REFERENCES destructions (id),
  kind TEXT NOT NULL,
  reference TEXT NOT NULL,
  case_id INTEGER,
  since TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT;
CREATE INDEX destroyed_records_by_destruction ON destroyed_records (destruction_id);
CREATE INDEX destroyed_records_by_reference ON destroyed_records (reference);
CREATE INDEX destroyed_records_by_case ON destroyed_records (case_id) WHERE case_id IS NOT NULL;
`,
} as const
