import type { meetings as enUs } from '../en-us/meetings.ts'

export const meetings = {} satisfies Record<keyof typeof enUs, string>
