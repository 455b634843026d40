import type { cases as enUs } from '../en-us/cases.ts'

export const cases = {} satisfies Record<keyof typeof enUs, string>
