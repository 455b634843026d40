export { createStore, openStore, type OpenFailure, type OpenOutcome } from './connection.ts'
export type { OpenStore, ReadDb, WriteDb } from './handles.ts'
export { newestSchema } from './migrate.ts'
