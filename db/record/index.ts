export * from './edits.ts'
export * from './entries.ts'
export { readSubject } from './snapshots.ts'
