/**
 * Who at a meeting has said to be close to a case of it, or that they are not, one row for each case; and when a case that concerns somebody in the room
 * or is restricted was opened, and who had left by then.
 */
export const conflicts = {
  name: '0014-conflicts',
  sql: `
CREATE TABLE case_conflicts (
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  person_name TEXT NOT NULL,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  said_by TEXT NOT NULL CHECK (said_by IN ('attendee', 'coordinator')),
  stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
  said_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  PRIMARY KEY (meeting_id, agency_id, person_name, case_id, said_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_conflicts_by_case ON case_conflicts (case_id);

CREATE TABLE guarded_openings (
  id INTEGER PRIMARY KEY,
  listing_id INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  have_left TEXT NOT NULL CHECK (json_valid(have_left))
) STRICT;
CREATE INDEX guarded_openings_by_listing ON guarded_openings (listing_id);
`,
} as const
