import type { agencies as enUs } from '../en-us/agencies.ts'

export const agencies = {} satisfies Record<keyof typeof enUs, string>
