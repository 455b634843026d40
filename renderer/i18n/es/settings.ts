import type { settings as enUs } from '../en-us/settings.ts'

export const settings = {} satisfies Record<keyof typeof enUs, string>
