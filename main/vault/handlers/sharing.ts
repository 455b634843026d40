import { refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'
import { staged } from '../handler.ts'

export const sharingHandlers: Handlers<'sharing'> = {
  overview: () => refuse({ code: 'nothingToShare' }),
  preview: () => refuse({ code: 'nothingToShare' }),
  save: staged(
    async () => refuse({ code: 'nothingToShare' }),
    () => refuse({ code: 'nothingToShare' }),
  ),
  password: () => refuse({ code: 'nothingToShare' }),
  renewPassword: () => refuse({ code: 'nothingToShare' }),
  readReturn: () => refuse({ code: 'returnNotOurs' }),
  acceptReturn: () => refuse({ code: 'returnNotOurs' }),
}
