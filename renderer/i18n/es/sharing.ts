import type { sharing as enUs } from '../en-us/sharing.ts'

export const sharing = {} satisfies Record<keyof typeof enUs, string>
