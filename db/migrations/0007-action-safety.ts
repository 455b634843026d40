export const actionSafety = {
  name: '0007-action-safety',
  sql: `SELECT 1;`,
} as const
