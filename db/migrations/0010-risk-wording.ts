export const riskWording = {
  name: '0010-risk-wording',
  sql: `SELECT 1;`,
} as const
