export const actionSafety = {
  name: '0007-action-safety',
  sql: `
ALTER TABLE actions ADD COLUMN is_towards_him INTEGER NOT NULL DEFAULT 0 CHECK (is_towards_him IN (0, 1));
ALTER TABLE actions ADD COLUMN could_notice TEXT NOT NULL DEFAULT 'unknown' CHECK (could_notice IN ('yes', 'no', 'unknown'));
ALTER TABLE actions ADD COLUMN could_raise_risk TEXT NOT NULL DEFAULT 'unknown' CHECK (could_raise_risk IN ('yes', 'no', 'unknown'));
ALTER TABLE actions ADD COLUMN told_first_by INTEGER REFERENCES agencies (id);
ALTER TABLE actions ADD COLUMN after_action INTEGER REFERENCES actions (id) ON DELETE SET NULL;
ALTER TABLE actions ADD COLUMN signed_off_agency INTEGER REFERENCES agencies (id);
ALTER TABLE actions ADD COLUMN signed_off_by TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN signed_off_at TEXT;
CREATE INDEX actions_after ON actions (after_action) WHERE after_action IS NOT NULL;

CREATE TABLE plan_overrides (
  listing_id INTEGER PRIMARY KEY REFERENCES listings (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  reason TEXT NOT NULL
) STRICT;
`,
} as const
