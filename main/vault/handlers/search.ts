import { search } from '#db'
import { accept } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'

export const searchHandlers: Handlers<'search'> = {
  find: (db, ask) => accept(search(db, ask)),
}
