import { ConflictDeclaration, type MeetingConflicts } from '#domain/conflict.ts'
import { MeetingId } from '#domain/ids.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const conflictOperations = {
  /** Who was asked about the cases of an agenda and what they said, and whom to ask because of a name or an employer. */
  of: query(z.strictObject({ meetingId: MeetingId })).returns<MeetingConflicts>(),
  /** What one place at the table says, or the coordinator for it, of every case on the agenda: too close to these, to the others not. */
  declare: command(ConflictDeclaration).returns<{ readonly conflicts: number }>(),
}
