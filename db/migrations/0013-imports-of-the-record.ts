/**
 * What an import left when it was done, so that undoing it takes back that and nothing that came after; and mappings of columns that were saved under
 * a name. A mapping holds which column goes where and a fingerprint of the headings, nothing of any row.
 */
export const importsOfTheRecord = {
  name: '0013-imports-of-the-record',
  sql: `
CREATE TABLE import_case_marks (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  PRIMARY KEY (import_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_agency_marks (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  PRIMARY KEY (import_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_entries_by_import ON case_entries (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE import_mappings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('referrals', 'agencies')),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  headings TEXT NOT NULL,
  sheet TEXT NOT NULL DEFAULT '',
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  UNIQUE (kind, name_key),
  UNIQUE (kind, headings)
) STRICT;
`,
} as const
