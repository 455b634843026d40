/**
 * Cases that concern somebody of the team (domain.md R6): whom they are hidden from. A holder is named by the slot of the key file, which outlives its
 * owner's leaving; so no reference binds the two.
 */
export const restrictedCases = {
  name: '0010-restricted-cases',
  sql: `
CREATE TABLE case_restrictions (
  case_id INTEGER PRIMARY KEY REFERENCES cases (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL
) STRICT;

CREATE TABLE case_hidden_agencies (
  case_id INTEGER NOT NULL REFERENCES case_restrictions (case_id),
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (case_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_hidden_agencies_by_agency ON case_hidden_agencies (agency_id);

CREATE TABLE case_hidden_holders (
  case_id INTEGER NOT NULL REFERENCES case_restrictions (case_id),
  slot_id TEXT NOT NULL,
  PRIMARY KEY (case_id, slot_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_hidden_holders_by_slot ON case_hidden_holders (slot_id);
`,
} as const
