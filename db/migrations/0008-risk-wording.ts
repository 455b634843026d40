/** The wording of a tool that a licensed team pasted, a row a version. It is no part of any case: no destruction of a case touches it, and no export reads it. */
export const riskWording = {
  name: '0008-risk-wording',
  sql: `
CREATE TABLE risk_wordings (
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  items TEXT NOT NULL CHECK (json_valid(items)),
  permission TEXT NOT NULL CHECK (permission <> ''),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (tool, version)
) STRICT;
`,
} as const
