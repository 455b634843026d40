export * from './edits.ts'
export * from './entries.ts'
export { refreshRisk } from './latest-risk.ts'
export { readSubject } from './snapshots.ts'
