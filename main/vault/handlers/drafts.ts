import { accept } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'

export const draftHandlers: Handlers<'drafts'> = {
  get: (db, { key }) => accept(db.get<{ content: string }>('SELECT content FROM drafts WHERE key = :key', { key })?.content ?? null),
  save: (db, { key, content }, { now }) => {
    db.run(
      `INSERT INTO drafts (key, content, saved_at) VALUES (:key, :content, :now)
       ON CONFLICT (key) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
      { key, content, now },
    )
    return accept(null)
  },
  remove: (db, { key }) => {
    db.run('DELETE FROM drafts WHERE key = :key', { key })
    return accept(null)
  },
}
