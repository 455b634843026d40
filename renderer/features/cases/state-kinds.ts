import type { CaseState } from '#domain/case.ts'
import type { ReferralState } from '#domain/referral.ts'
import type { StatusKind } from '../../ui/status-badge.tsx'

/** How the states of a case look. */
export const stateKinds: Readonly<Record<CaseState, StatusKind>> = { waiting: 'new', listed: 'soon', monitoring: 'plain', closed: 'done' }

/** How the states of a referral look. */
export const referralKinds: Readonly<Record<ReferralState, StatusKind>> = {
  open: 'new',
  deferred: 'new',
  listed: 'soon',
  discussed: 'done',
  returned: 'plain',
  screenedOut: 'plain',
}
