export const restrictedCases = {
  name: '0009-restricted-cases',
  sql: `SELECT 1;`,
} as const
