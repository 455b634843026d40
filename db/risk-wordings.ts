import type { IsoInstant } from '#domain/dates.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import type { WordedVersion, Wording, WordingBrief, WordingDraft } from '#domain/risk/wording.ts'
import type { ReadDb, WriteDb } from './handles.ts'

type Row = {
  readonly tool: RiskTool
  readonly version: string
  readonly items: string
  readonly permission: string
  readonly saved_at: IsoInstant
  readonly saved_by: string
}

/** The wording that the team pasted for a version of a tool, or undefined. */
export function findWording(db: ReadDb, { tool, version }: WordedVersion): Wording | undefined {
  const row = db.get<Row>('SELECT * FROM risk_wordings WHERE tool = :tool AND version = :version', { tool, version })
  return row && wordingOf(row)
}

/** The wordings that are kept, by tool and version. */
export function listWordings(db: ReadDb): readonly WordingBrief[] {
  return db.all<Row>('SELECT * FROM risk_wordings ORDER BY tool, version').map((row) => {
    const { items, ...brief } = wordingOf(row)
    return { ...brief, count: Object.keys(items).length }
  })
}

function wordingOf(row: Row): Wording {
  const items = JSON.parse(row.items) as Wording['items']
  return { tool: row.tool, version: row.version, items, permission: row.permission, savedAt: row.saved_at, savedBy: row.saved_by }
}

/** Keeps the wording of a version, in the place of what was pasted before. */
export function keepWording(db: WriteDb, draft: WordingDraft, saved: { readonly at: IsoInstant; readonly by: string }): void {
  db.run(
    `INSERT INTO risk_wordings (tool, version, items, permission, saved_at, saved_by) VALUES (:tool, :version, :items, :permission, :at, :by)
     ON CONFLICT (tool, version) DO UPDATE SET items = excluded.items, permission = excluded.permission,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    { tool: draft.tool, version: draft.version, items: JSON.stringify(draft.items), permission: draft.permission, ...saved },
  )
}

/** Removes the wording of a version; false where there is none. */
export function dropWording(db: WriteDb, { tool, version }: WordedVersion): boolean {
  return db.run('DELETE FROM risk_wordings WHERE tool = :tool AND version = :version', { tool, version }).changes > 0
}
