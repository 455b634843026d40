import type { home as enUs } from '../en-us/home.ts'

export const home = {} satisfies Record<keyof typeof enUs, string>
