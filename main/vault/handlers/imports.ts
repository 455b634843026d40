import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'

export const importHandlers: Handlers<'imports'> = {
  read: () => refuse({ code: 'importExpired' }),
  remap: () => refuse({ code: 'importExpired' }),
  mendRow: () => refuse({ code: 'importExpired' }),
  decideRow: () => refuse({ code: 'importExpired' }),
  commit: () => refuse({ code: 'importExpired' }),
  pending: () => accept(null),
  giveUp: () => accept(null),
  history: () => accept([]),
  undo: () => refuse({ code: 'notFound', what: 'import' }),
}
