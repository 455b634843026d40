import type { imports as enUs } from '../en-us/imports.ts'

export const imports = {} satisfies Record<keyof typeof enUs, string>
