/**
 * What the referrer says of a repeat, apart from what the team's rule says: a referral is judged anew when what came before it changes. Of what is there,
 * only a case's first referral can have been called a repeat by its referrer alone.
 */
export const saidRepeats = {
  name: '0015-said-repeats',
  sql: `
ALTER TABLE referrals ADD COLUMN repeat_said INTEGER NOT NULL DEFAULT 0 CHECK (repeat_said IN (0, 1));
UPDATE referrals SET repeat_said = repeat
  WHERE id = (SELECT q.id FROM referrals q WHERE q.case_id = referrals.case_id ORDER BY q.received_on, q.id LIMIT 1);
`,
} as const
