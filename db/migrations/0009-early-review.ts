/** What raises a case for early review and is no column of its own is found over all cases: by the expressions that db/early-review.ts asks with. */
export const earlyReview = {
  name: '0009-early-review',
  sql: `
CREATE INDEX case_entries_by_link_state ON case_entries (json_extract(content, '$.state'), on_date) WHERE kind = 'chainLink';
CREATE INDEX case_entries_by_measure_end ON case_entries (json_extract(content, '$.until')) WHERE kind = 'measure';
CREATE INDEX case_entries_by_violation ON case_entries (json_extract(content, '$.violations[#-1].on')) WHERE kind = 'measure';
CREATE INDEX case_entries_by_notice ON case_entries (coalesce(json_extract(content, '$.identifiedOn'), on_date)) WHERE kind = 'incident';
`,
} as const
