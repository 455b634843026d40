import { z } from 'zod'

/** One line that must not be empty: a name, a title. Spaces at the ends are dropped. */
export const line = (max = 200) => z.string().trim().min(1, { error: 'required' }).max(max, { error: 'tooLong' })

/** One line or paragraph that may be empty. */
export const words = (max = 4000) => z.string().trim().max(max, { error: 'tooLong' })
