import type { ActionStatus, Timeliness } from '#domain/action.ts'
import type { CaseState } from '#domain/case.ts'
import type { ListingOutcome, ListingType, MeetingState, Presence } from '#domain/meeting.ts'
import type { CriterionName, ReferralState } from '#domain/referral.ts'
import type { RiskTool } from '#domain/risk-tool.ts'

type Named =
  | `actionStatus.${ActionStatus}`
  | `timeliness.${Timeliness}`
  | `caseState.${CaseState}`
  | `referralState.${ReferralState}`
  | `meetingState.${MeetingState}`
  | `listingType.${ListingType}`
  | `listingOutcome.${ListingOutcome}`
  | `presence.${Presence}`
  | `criterion.${CriterionName}`
  | `riskTool.${RiskTool}`
  | 'riskTool.short.dangerAssessment'

/** The names of everything that has a closed list of states, used by every screen alike. */
export const statuses = {
  'actionStatus.proposed': 'Proposed',
  'actionStatus.agreed': 'Agreed',
  'actionStatus.inProgress': 'In progress',
  'actionStatus.complete': 'Complete',
  'actionStatus.notPossible': 'Not possible (circumstances)',
  'actionStatus.notUndertaken': 'Not undertaken (agency)',
  'actionStatus.superseded': 'Superseded',
  'actionStatus.withdrawn': 'Withdrawn for safety',
  'timeliness.ended': 'Ended',
  'timeliness.overdue': 'Overdue',
  'timeliness.soon': 'Due soon',
  'timeliness.later': 'Due later',
  'caseState.waiting': 'Waiting for a meeting',
  'caseState.listed': 'On an agenda',
  'caseState.monitoring': 'Followed up',
  'caseState.closed': 'Closed',
  'referralState.open': 'Waiting',
  'referralState.listed': 'On an agenda',
  'referralState.discussed': 'Discussed',
  'referralState.deferred': 'Deferred',
  'referralState.returned': 'Sent back',
  'referralState.screenedOut': 'Screened out',
  'meetingState.scheduled': 'Scheduled',
  'meetingState.open': 'Under way',
  'meetingState.closed': 'Closed',
  'listingType.new': 'New',
  'listingType.repeat': 'Repeat',
  'listingType.deferredBefore': 'Deferred before',
  'listingType.carriedOver': 'Actions carried over',
  'listingOutcome.waiting': 'To be heard',
  'listingOutcome.discussed': 'Discussed',
  'listingOutcome.deferred': 'Deferred',
  'presence.expected': 'Expected',
  'presence.present': 'Present',
  'presence.apologies': 'Sent apologies',
  'presence.absent': 'Absent',
  'criterion.visibleHighRisk': 'Visible high risk',
  'criterion.professionalJudgement': 'Professional judgment',
  'criterion.escalation': 'Escalation',
  'criterion.repeat': 'Repeat',
  'riskTool.dash': 'DASH',
  'riskTool.dangerAssessment': 'Danger Assessment',
  'riskTool.short.dangerAssessment': 'DA',
  'riskTool.da5': 'DA-5',
  'riskTool.daLe': 'DA-LE',
  'riskTool.lap': 'LAP',
  'riskTool.odara': 'ODARA',
  'riskTool.bSafer': 'B-SAFER',
  'riskTool.other': 'Other tool',
} satisfies Record<Named, string>
