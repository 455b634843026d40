/** The text file of a recovery key: the groups, four to a line, and nothing that says whose they are. */
export function recoveryKeySheet(groups: readonly string[]): string {
  const lines = Array.from({ length: Math.ceil(groups.length / 4) }, (_, index) => groups.slice(index * 4, index * 4 + 4).join('  '))
  return ['CASEBOARD', '', ...lines, ''].join('\n')
}
