import type { CaseId } from '#domain/ids.ts'
import { type OpenVault, valueOf } from './open-vault.ts'

export const victim = 'Ottilie Wafflemoggin'
export const perpetrator = 'Barnaby Zoodlecrank'

/** A row of a spreadsheet, by heading. */
export type Row = Readonly<Record<string, string>>

/** A row that says no more than a referral must. */
export const plain: Row = {
  'Victim name': victim,
  'Victim DOB': '01/02/1990',
  Perpetrator: perpetrator,
  'Referring agency': 'Quill Valley Police',
  'Date of referral': '02/11/2026',
  'DASH score': '17',
}

const cellOf = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A file of rows, whose columns are those of the first. */
export function csvOf(...rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  const header = Object.keys(rows[0] ?? {})
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
  return new Uint8Array(new TextEncoder().encode(lines.map((cells) => cells.map(cellOf).join(',')).join('\r\n')))
}

/** Reads a file of rows and imports what is ready; the columns of the given headings are kept in a note. */
export async function importRows({ door }: OpenVault, rows: readonly Row[], keep: readonly string[] = []) {
  const review = await valueOf(door.imports.read({ kind: 'referrals', fileName: 'list.csv', bytes: csvOf(...rows) }))
  const kept = review.columns.filter(({ header }) => keep.includes(header)).map(({ index }) => index)
  const { token, mapping, dayFirst } = review
  if (kept.length > 0) await valueOf(door.imports.remap({ token, mapping, kept, dayFirst, createAgencies: true }))
  const done = await valueOf(door.imports.commit({ token }))
  return { ...done, review }
}

/** All that stands of a case. */
export async function everything({ door }: OpenVault, caseId: CaseId) {
  const [record, people, detail] = await Promise.all([
    valueOf(door.record.of({ caseId })),
    valueOf(door.people.ofCase({ caseId })),
    valueOf(door.cases.get({ id: caseId })),
  ])
  return { entries: record.entries, people, detail }
}

/** The one case that there is. */
export async function onlyCase({ door }: OpenVault): Promise<CaseId> {
  const { rows } = await valueOf(door.cases.list({}))
  const [row] = rows
  if (!row || rows.length !== 1) throw new Error('not one case')
  return row.id
}
