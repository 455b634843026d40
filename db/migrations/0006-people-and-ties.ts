export const peopleAndTies = {
  name: '0006-people-and-ties',
  sql: `SELECT 1;`,
} as const
