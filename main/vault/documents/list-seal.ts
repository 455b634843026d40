import type { AgencyStatus } from '#domain/sharing/action-list.ts'
import { flowed } from '#domain/sharing/printable.ts'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the seal of a whole list covers: its token, the columns' titles and the labels of the statuses. */
export type SealedList = {
  readonly token: string
  readonly columns: readonly string[]
  readonly statuses: readonly (readonly [AgencyStatus, string])[]
}

/** What the seal of a row covers: the action at its version, and the words as the agency sees them. */
export type SealedRow = {
  readonly actionId: number
  readonly actionVersion: number
  readonly actionReference: string
  readonly caseReference: string
  readonly description: string
  readonly dueOn: string
  readonly status: string
}

/** HMAC-SHA256 under the vault's key, in hex (which no program takes for a formula). Differences of white space alone do not count: spreadsheet programs make them. */
export function listSeal(key: Uint8Array, list: SealedList): string {
  return seal(key, ['list', list.token, list.columns.map(flowed), list.statuses.map(([status, label]) => [status, flowed(label)])])
}

export function rowSeal(key: Uint8Array, token: string, row: SealedRow): string {
  const words = [row.actionReference, row.caseReference, row.description, row.dueOn, row.status].map(flowed)
  return seal(key, ['row', token, row.actionId, row.actionVersion, words])
}

/** Compares two seals in constant time. */
export function sameSeal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function seal(key: Uint8Array, content: readonly unknown[]): string {
  return createHmac('sha256', key).update(JSON.stringify(content)).digest('hex')
}
