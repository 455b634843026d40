import type { actions as enUs } from '../en-us/actions.ts'

export const actions = {} satisfies Record<keyof typeof enUs, string>
