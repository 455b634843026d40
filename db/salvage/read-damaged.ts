import type { ReadDb, SqlParameters, SqlValue } from '../handles.ts'

export type Row = Readonly<Record<string, SqlValue>>

/** What of a table could be read, and how many rows could not: counted where an index counts them, else as many as might have been there. */
export type DamagedReading = { readonly rows: readonly Row[]; readonly lost: number }

const BATCH = 200
/** The name under which a row's id is read: no column of ours is called so. */
const ROW_ID = '#'
/** So many ids in a row without a row, beyond everything known, are taken for the end of a table. */
const MOST_MISSES = 2000

/** The rows that a statement gives, or null where a damaged page is in the way. */
function tryAll(db: ReadDb, sql: string, parameters: SqlParameters = {}): readonly Row[] | null {
  try {
    return db.all<Row>(sql, parameters)
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code))) return null
    throw error
  }
}

type Way = { readonly rows: readonly Row[]; readonly isWhole: boolean }

/** Reads on and on, each batch from where the last ended, until the end or a damaged page. */
function readOn(next: (last: Row | undefined, size: number) => readonly Row[] | null): Way {
  const rows: Row[] = []
  for (let size = BATCH; ;) {
    const batch = next(rows.at(-1), size)
    if (batch === null) {
      if (size === 1) return { rows, isWhole: false }
      size = 1
      continue
    }
    rows.push(...batch)
    if (batch.length < size) return { rows, isWhole: true }
  }
}

/** The indexes that hold every row of a table. */
function fullIndexes(db: ReadDb, table: string): readonly string[] {
  const found = tryAll(db, "SELECT name FROM pragma_index_list(:table) WHERE partial = 0 AND origin = 'c'", { table }) ?? []
  return found.map(({ name }) => String(name))
}

/** How many rows a table has, by the first of its indexes that can be read; null where none can. */
function countByIndex(db: ReadDb, table: string): number | null {
  for (const index of fullIndexes(db, table)) {
    const counted = tryAll(db, `SELECT count(*) AS n FROM "${table}" INDEXED BY "${index}"`)
    if (counted) return Number(counted[0]?.['n'] ?? 0)
  }
  return null
}

/** The greatest row id of a table, by the table itself or by one of its indexes; null where nothing says. */
function greatestRowId(db: ReadDb, table: string): number | null {
  const ways = [
    `SELECT max(rowid) AS n FROM "${table}"`,
    ...fullIndexes(db, table).map((index) => `SELECT max(rowid) AS n FROM "${table}" INDEXED BY "${index}"`),
  ]
  for (const sql of ways) {
    const found = tryAll(db, sql)
    if (found) return Number(found[0]?.['n'] ?? 0)
  }
  return null
}

/** Reads a table with row ids: upwards to the first damaged page, downwards to the last, and id by id between them. */
function readByRowId(db: ReadDb, table: string): DamagedReading {
  const one = (compare: string, order: string, start: number) =>
    readOn((last, size) =>
      tryAll(
        db,
        `SELECT rowid AS "${ROW_ID}", * FROM "${table}" WHERE rowid ${compare} :from ORDER BY rowid ${order} LIMIT ${String(size)}`,
        {
          from: last?.[ROW_ID] ?? start,
        },
      ),
    )
  const up = one('>', 'ASC', Number.MIN_SAFE_INTEGER)
  if (up.isWhole) return { rows: up.rows, lost: 0 }
  const down = one('<', 'DESC', Number.MAX_SAFE_INTEGER)

  const first = Number(up.rows.at(-1)?.[ROW_ID] ?? 0) + 1
  const lastRead = down.rows.at(-1)?.[ROW_ID]
  const bound = lastRead === undefined ? greatestRowId(db, table) : Number(lastRead) - 1
  const between: Row[] = []
  let unreadable = 0
  for (let id = first, misses = 0; bound === null ? misses < MOST_MISSES : id <= bound; id += 1) {
    const found = tryAll(db, `SELECT rowid AS "${ROW_ID}", * FROM "${table}" WHERE rowid = :id`, { id })
    misses = found?.[0] ? 0 : misses + 1
    if (found === null) unreadable += 1
    else between.push(...found)
  }
  const rows = [...up.rows, ...between, ...down.rows.toReversed()]
  const count = countByIndex(db, table)
  return { rows, lost: count === null ? Math.max(1, unreadable) : Math.max(0, count - rows.length) }
}

/** Reads a table without row ids from both ends of its key; what lies between two damaged pages is lost. */
function readByKey(db: ReadDb, table: string, key: readonly string[]): DamagedReading {
  const columns = key.map((name) => `"${name}"`).join(', ')
  const places = key.map((_, index) => `:k${String(index)}`).join(', ')
  const one = (compare: string, order: string) =>
    readOn((last, size) => {
      const after = last ? `WHERE (${columns}) ${compare} (${places})` : ''
      const sorted = key.map((name) => `"${name}" ${order}`).join(', ')
      const parameters = last ? Object.fromEntries(key.map((name, index) => [`k${String(index)}`, last[name] ?? null])) : {}
      return tryAll(db, `SELECT * FROM "${table}" ${after} ORDER BY ${sorted} LIMIT ${String(size)}`, parameters)
    })
  const up = one('>', 'ASC')
  if (up.isWhole) return { rows: up.rows, lost: 0 }
  const rows = [...up.rows, ...one('<', 'DESC').rows.toReversed()]
  const count = countByIndex(db, table)
  return { rows, lost: count === null ? 1 : Math.max(0, count - rows.length) }
}

type Column = { readonly name: string; readonly pk: number }

export function columnsOf(db: ReadDb, table: string): readonly Column[] {
  return db.all<Column>('SELECT name, pk FROM pragma_table_info(:table)', { table })
}

/** Every row of a table that can be read, damaged or not, and how many could not. Each row has its columns, and its row id where it has one. */
export function readTable(db: ReadDb, table: string): DamagedReading {
  const isWithoutRowId =
    db.get<{ wr: number }>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = :table", { table })?.wr === 1
  if (!isWithoutRowId) return readByRowId(db, table)
  const key = columnsOf(db, table)
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name)
  return readByKey(db, table, key)
}
