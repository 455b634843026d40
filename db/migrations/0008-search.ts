export const search = {
  name: '0008-search',
  sql: `SELECT 1;`,
} as const
