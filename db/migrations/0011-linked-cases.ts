/** Two cases that belong together, once for both: how and why, and nothing of what either says. */
export const linkedCases = {
  name: '0011-linked-cases',
  sql: `
CREATE TABLE case_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  one_case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  other_case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL,
  UNIQUE (one_case_id, other_case_id),
  CHECK (one_case_id < other_case_id)
) STRICT;
CREATE INDEX case_links_by_other ON case_links (other_case_id);
`,
} as const
