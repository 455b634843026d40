import type { vault as enUs } from '../en-us/vault.ts'

export const vault = {} satisfies Record<keyof typeof enUs, string>
