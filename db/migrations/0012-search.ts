/**
 * Letters with a stroke and joined ones, which the tokenizer keeps, as the plain letters that `nameKey` makes of them: a name is found however it is
 * typed. SQL's own `lower` knows ASCII alone, so that both cases are listed.
 */
const plainLetters = [
  ['ł', 'l'],
  ['Ł', 'l'],
  ['ø', 'o'],
  ['Ø', 'o'],
  ['đ', 'd'],
  ['Đ', 'd'],
  ['ð', 'd'],
  ['Ð', 'd'],
  ['þ', 'th'],
  ['Þ', 'th'],
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['Ħ', 'h'],
] as const

const folded = (sql: string) => plainLetters.reduce((inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`, sql)

/** What stands between two fields of a row, in SQL: a space in the index, something that can be told again where they are shown. */
const SPACE = "' '"

/** The words in a JSON column that stand under one of the names, in the order of the text. */
const wordsIn = (column: string, names: readonly string[], between = SPACE) =>
  `coalesce((SELECT group_concat(value, ${between}) FROM json_tree(${column}) WHERE type = 'text' AND key IN (${names.map((name) => `'${name}'`).join(', ')})), '')`

const listIn = (column: string, path: string, between: string) =>
  `coalesce((SELECT group_concat(value, ${between}) FROM json_each(${column}, '${path}')), '')`

type Row = string

const joined = (row: Row, columns: readonly string[], between = SPACE) =>
  columns.map((column) => `${row}.${column}`).join(` || ${between} || `)

/**
 * What is searched, a document a row: the table, the block of document numbers that is its own, and the words of a row of it. Left out on purpose: her
 * code word, and what was answered about equality. A document is numbered `block * 2^40 + id`, so that each table lies together in the index and can be
 * looked through alone, newest rows first. A later step that changes the words of a table must take its old documents out and put the new ones in.
 */
export const searchDocuments = {
  cases: {
    block: 1,
    columns: ['reference', 'relationship', 'closed_note', 'safe_contact'],
    words: (row: Row) =>
      `${joined(row, ['reference', 'relationship', 'closed_note'])} || ' ' || ${wordsIn(`${row}.safe_contact`, ['who', 'how', 'when', 'note'])}`,
  },
  people: {
    block: 2,
    columns: ['name', 'name_key', 'date_of_birth', 'address', 'phone', 'details'],
    words: (row: Row) => `${joined(row, ['name', 'name_key'])} || ' ' || ${wordsOfPerson(row)}`,
  },
  case_ties: { block: 3, columns: ['note'], words: (row: Row) => joined(row, ['note']) },
  referrals: {
    block: 4,
    columns: ['summary', 'judgement_reason', 'state_reason', 'source_contact', 'team_reference'],
    words: (row: Row, between = SPACE) =>
      joined(row, ['summary', 'judgement_reason', 'state_reason', 'source_contact', 'team_reference'], between),
  },
  case_entries: { block: 5, columns: ['content'], words: (row: Row, between = SPACE) => wordsIn(`${row}.content`, entryWords, between) },
  actions: { block: 6, columns: ['reference', 'description'], words: (row: Row) => joined(row, ['reference', 'description']) },
  // An action has at most some dozens of events; one beyond the four thousandth would fall on a number of the next action.
  action_events: { block: 7, columns: ['reason'], words: (row: Row) => `iif(${row}.seq < 4096, ${row}.reason, '')` },
  shared_facts: { block: 8, columns: ['text'], words: (row: Row) => joined(row, ['text']) },
  stated_risks: { block: 9, columns: ['text'], words: (row: Row) => joined(row, ['text']) },
  listings: { block: 10, columns: ['defer_reason'], words: (row: Row) => joined(row, ['defer_reason']) },
  meetings: { block: 11, columns: ['place', 'chair'], words: (row: Row, between = SPACE) => joined(row, ['place', 'chair'], between) },
  agencies: {
    block: 12,
    columns: ['name', 'notes', 'phone', 'email'],
    words: (row: Row) => joined(row, ['name', 'notes', 'phone', 'email']),
  },
  team_people: {
    block: 13,
    columns: ['name', 'phone', 'email'],
    words: (row: Row, between = SPACE) => joined(row, ['name', 'phone', 'email'], between),
  },
} as const

export type SearchedTable = keyof typeof searchDocuments

/** The free words of an entry of the record, by their names in its content. */
const entryWords = [
  'text',
  'wants',
  'fears',
  'toldBy',
  'toldHow',
  'feedback',
  'often',
  'note',
  'conditions',
  'what',
  'answer',
  'band',
  'completedByRole',
  'reason',
  'response',
]

/** What is known of a person besides the name. */
export function wordsOfPerson(row: Row, between = SPACE): string {
  const { details, ...plain } = {
    details: `${row}.details`,
    born: `coalesce(${row}.date_of_birth, '')`,
    lives: `${row}.address`,
    rings: `${row}.phone`,
  }
  const known = wordsIn(
    details,
    ['occupation', 'employer', 'school', 'doctor', 'language', 'accessNeeds', 'note', 'number', 'value'],
    between,
  )
  const addresses = `coalesce((SELECT group_concat(value ->> '$.text', ${between}) FROM json_each(${details}, '$.otherAddresses')), '')`
  return [
    ...Object.values(plain),
    listIn(details, '$.aliases', between),
    listIn(details, '$.vehiclePlates', between),
    known,
    addresses,
  ].join(` || ${between} || `)
}

const tables = Object.entries(searchDocuments) as readonly [SearchedTable, (typeof searchDocuments)[SearchedTable]][]

/** The number of the document of a row. */
function numberOf(table: SearchedTable, row: Row): string {
  const id = table === 'action_events' ? `${row}.action_id * 4096 + ${row}.seq` : `${row}.id`
  return `${String(searchDocuments[table].block)} * 1099511627776 + ${id}`
}

/** A row with no words, as most events and places on agendas are, has no document: it costs nothing. */
function documentOf(table: SearchedTable, row: Row): string {
  return `SELECT ${folded(searchDocuments[table].words(row))} AS body`
}

function triggers(table: SearchedTable): string {
  const add = `INSERT INTO search_text (rowid, body) SELECT ${numberOf(table, 'new')}, body FROM (${documentOf(table, 'new')}) WHERE trim(body) <> '';`
  const drop = `INSERT INTO search_text (search_text, rowid, body) SELECT 'delete', ${numberOf(table, 'old')}, body FROM (${documentOf(table, 'old')}) WHERE trim(body) <> '';`
  const watched = [...(table === 'action_events' ? ['action_id', 'seq'] : ['id']), ...searchDocuments[table].columns]
  return `
CREATE TRIGGER search_${table}_insert AFTER INSERT ON ${table} BEGIN
  ${add}
END;
CREATE TRIGGER search_${table}_delete AFTER DELETE ON ${table} BEGIN
  ${drop}
END;
CREATE TRIGGER search_${table}_update AFTER UPDATE OF ${watched.join(', ')} ON ${table}
WHEN ${watched.map((column) => `new.${column} IS NOT old.${column}`).join(' OR ')} BEGIN
  ${drop}
  ${add}
END;`
}

/** The documents of the rows that are there, in the order of their numbers, which is the one that the index takes without detours. */
function fill(table: SearchedTable): string {
  return `INSERT INTO search_text (rowid, body) SELECT number, body FROM (
  SELECT ${numberOf(table, 'r')} AS number, ${folded(searchDocuments[table].words('r'))} AS body FROM ${table} r) WHERE trim(body) <> '' ORDER BY number;`
}

/** Every word of the records in one index, kept in step by the store itself, so that no writer can forget it; and its words, for what is misspelt. */
export const search = {
  name: '0012-search',
  sql: `
CREATE VIRTUAL TABLE search_text USING fts5 (body, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);
${tables.map(([table]) => fill(table)).join('\n')}
CREATE VIRTUAL TABLE search_words USING fts5vocab (search_text, 'row');
${tables.map(([table]) => triggers(table)).join('\n')}
`,
} as const
