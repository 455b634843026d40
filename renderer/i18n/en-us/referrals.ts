export const referrals = {}
