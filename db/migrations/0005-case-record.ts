export const caseRecord = {
  name: '0005-case-record',
  sql: `
CREATE TABLE case_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  on_date TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  said_by INTEGER REFERENCES agencies (id),
  said_on TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('fact', 'opinion')),
  is_privileged INTEGER NOT NULL CHECK (is_privileged IN (0, 1)),
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX case_entries_by_case ON case_entries (case_id, kind, on_date, id);
CREATE INDEX case_entries_by_day ON case_entries (kind, on_date) WHERE on_date IS NOT NULL;

CREATE TABLE case_edits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (json_valid(subject)),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
) STRICT;
CREATE INDEX case_edits_by_case ON case_edits (case_id, id);

ALTER TABLE referrals ADD COLUMN incident_kind TEXT;
ALTER TABLE cases ADD COLUMN last_risk_on TEXT;
UPDATE cases SET (last_risk_tool, last_risk_score, last_risk_on) = (SELECT risk_tool, risk_score, risk_assessed_on FROM referrals r
  WHERE r.case_id = cases.id AND risk_tool IS NOT NULL ORDER BY coalesce(risk_assessed_on, received_on) DESC, received_on DESC, id DESC LIMIT 1);
`,
} as const
