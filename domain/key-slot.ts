import { z } from 'zod'

/** Names one way in, a slot of the key file: 16 hex digits. */
export const SlotId = z.string().regex(/^[0-9a-f]{16}$/)
