/** The statements of a migration, one by one. A trigger's own statements belong to it, up to its `END`. */
export function statementsOf(sql: string): readonly string[] {
  const statements: string[] = []
  let open = ''
  for (const piece of sql.split(/(?<=;)\s*\n/)) {
    open += `${piece}\n`
    const text = open.trim()
    const isTrigger = /^(?:--[^\n]*\n\s*)*CREATE (?:TEMP )?TRIGGER/i.test(text)
    if (!text.endsWith(';') || (isTrigger && !/\bEND;$/i.test(text))) continue
    statements.push(text)
    open = ''
  }
  return open.trim() === '' ? statements : [...statements, open.trim()]
}
