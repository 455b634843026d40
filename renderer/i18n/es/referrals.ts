import type { referrals as enUs } from '../en-us/referrals.ts'

export const referrals = {} satisfies Record<keyof typeof enUs, string>
