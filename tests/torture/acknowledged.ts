import type { OpenStore } from '#db'
import { firstBrokenEntry } from '../../main/vault/audit.ts'

/** What the vault has said is done: the last acknowledged version and status of each action, and the last content of each draft. */
export type Acknowledged = {
  readonly actions: Map<number, { readonly version: number; readonly status: string }>
  readonly drafts: Map<string, string>
}

export const nothingAcknowledged = (): Acknowledged => ({ actions: new Map(), drafts: new Map() })

/**
 * Each acknowledged write that the store does not hold. A later version than the acknowledged one is right: the vault may have been ended between
 * the commit and its answer.
 */
export function lostWrites(store: OpenStore, acknowledged: Acknowledged): readonly string[] {
  const lost: string[] = []
  for (const [id, { version, status }] of acknowledged.actions) {
    const row = store.get<{ version: number; status: string }>('SELECT version, status FROM actions WHERE id = :id', { id })
    if (!row || row.version < version || (row.version === version && row.status !== status))
      lost.push(`action ${id}: version ${version} (${status}) became ${JSON.stringify(row)}`)
    const events = store.get<{ n: number }>('SELECT count(*) AS n FROM action_events WHERE action_id = :id', { id })?.n ?? 0
    if (events < version) lost.push(`action ${id}: ${events} entries of history for version ${version}`)
  }
  for (const [key, content] of acknowledged.drafts) {
    const row = store.get<{ content: string }>('SELECT content FROM drafts WHERE key = :key', { key })
    if (!row || Number(row.content) < Number(content)) lost.push(`draft ${key}: ${content} became ${row?.content ?? 'nothing'}`)
  }
  return lost
}

/** What is wrong with the store as a whole: its pages and indexes, its links, its search indexes, its chain of log entries. */
export function wounds(store: OpenStore, auditKey: Uint8Array): readonly string[] {
  const found: string[] = []
  for (const { integrity_check: line } of store.all<{ integrity_check: string }>('PRAGMA integrity_check'))
    if (line !== 'ok') found.push(`integrity: ${line}`)
  for (const row of store.all('PRAGMA foreign_key_check')) found.push(`foreign key: ${JSON.stringify(row)}`)
  const broken = firstBrokenEntry(store, auditKey)
  if (broken !== null) found.push(`the log breaks at entry ${broken}`)
  return found
}
