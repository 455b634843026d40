import type { Closed, LegalHold } from '#domain/closing.ts'
import type { IsoDate } from '#domain/dates.ts'
import { CaseId } from '#domain/ids.ts'
import { type Page, pageWindow } from '#domain/page.ts'
import { type Destruction, DestructionOrder } from '#domain/retention/destruction.ts'
import type { DueItem } from '#domain/retention/due.ts'
import { RecordKind, RetentionMonths, type RetentionSchedule } from '#domain/retention/record-kind.ts'
import { line } from '#domain/text.ts'
import { z } from 'zod'
import { command, exporting, query } from '../operation.ts'

export type KindStanding = {
  readonly kind: RecordKind
  readonly due: number
  /** Of those that are due: how many a legal hold keeps. */
  readonly held: number
  readonly oldestSince: IsoDate | null
}

export type RetentionOverview = {
  readonly schedule: RetentionSchedule
  readonly kinds: readonly KindStanding[]
  readonly holds: readonly LegalHold[]
  /** Something was destroyed and the file has not been written anew since. */
  readonly isSweepDue: boolean
}

/** A backup that was made before a destruction. */
export type OldBackup = { readonly madeAt: string; readonly folder: string; readonly fileName: string }

export type ShownDestruction = Destruction & { readonly oldBackups: readonly OldBackup[] }

/** What the page of a case says of its closing and its time. */
export type CaseKeeping = {
  readonly reference: string
  readonly closed: Closed | null
  readonly hold: LegalHold | null
  /** When its time is over by the schedule; null while it is open or kept without limit. */
  readonly dueOn: IsoDate | null
  readonly isDue: boolean
}

export const retentionOperations = {
  overview: query(z.undefined()).returns<RetentionOverview>(),
  saveSchedule: command(RetentionMonths).returns<RetentionSchedule>(),
  /** What of a kind is due, the longest overdue first. Nothing goes by itself. */
  due: query(z.strictObject({ kind: RecordKind, ...pageWindow })).returns<Page<DueItem>>(),
  ofCase: query(z.strictObject({ caseId: CaseId })).returns<CaseKeeping>(),
  placeHold: command(z.strictObject({ caseId: CaseId, reason: line(1000) })).returns<null>(),
  liftHold: command(z.strictObject({ caseId: CaseId })).returns<null>(),
  /** Deletes what the order names, all in one transaction. `sweep` must follow. */
  destroy: command(DestructionOrder).returns<{ readonly destruction: number }>(),
  /** Writes the file of the records anew, so that nothing of what was deleted is left in freed space. */
  sweep: command(z.undefined()).returns<{ readonly bytesBefore: number; readonly bytesAfter: number }>(),
  destructions: query(z.strictObject(pageWindow)).returns<Page<ShownDestruction>>(),
  /** Writes the certificate of a destruction as a PDF under a password of its own. */
  certificate: exporting(z.strictObject({ destruction: z.int().positive() })).returns<{
    readonly fileName: string
    readonly password: string
  }>(),
}
