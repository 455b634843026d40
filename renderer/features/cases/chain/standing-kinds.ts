import type { LinkStanding } from '#domain/record/chain-state.ts'
import type { MeasureStanding } from '#domain/record/measures-state.ts'
import type { StatusKind } from '../../../ui/status-badge.tsx'

export const linkKindsOfStanding: Readonly<Record<LinkStanding, StatusKind>> = {
  done: 'done',
  planned: 'new',
  waiting: 'soon',
  blocked: 'soon',
  broken: 'overdue',
  dropped: 'plain',
}

export const measureKindsOfStanding: Readonly<Record<MeasureStanding, StatusKind>> = {
  lapsed: 'overdue',
  endsSoon: 'soon',
  inForce: 'done',
  proposed: 'new',
  ended: 'plain',
}
