import type { IsoInstant } from '#domain/dates.ts'
import { SlotId } from '#domain/key-slot.ts'
import { Role } from '#domain/role.ts'
import { line } from '#domain/text.ts'
import { z } from 'zod'
import { access, command, query } from '../operation.ts'

const Secret = z.string().min(1).max(1024)
const Name = line(120)

/** The secret that opened the records, once more: the passphrase or, where they were opened with it, the recovery key. */
const current = { current: Secret }

/** One person with a passphrase of their own. The name is '' until one was given. */
export type KeyHolder = {
  readonly slotId: string
  readonly name: string
  readonly role: Role
  readonly addedAt: IsoInstant
  readonly changedAt: IsoInstant | null
  readonly isMe: boolean
}

/** Who opened the records, and with what. */
export type Me = { readonly slotId: string; readonly name: string; readonly role: Role; readonly openedWith: 'passphrase' | 'recovery' }

/** A recovery key just made, and which of its groups (from 0) must be typed back before anything is changed. */
export type RecoveryGroups = { readonly recoveryGroups: readonly string[]; readonly askedGroups: readonly number[] }

export type KeyChangeDone = { readonly done: 'recoveryKey' | 'renewal' | 'handOver'; readonly endsSession: boolean }

export const keyOperations = {
  me: query(z.undefined()).returns<Me>(),
  holders: query(z.undefined()).returns<{ readonly holders: readonly KeyHolder[]; readonly recoveryKeySince: IsoInstant | null }>(),
  rename: command(z.strictObject({ slotId: SlotId, name: Name })).returns<null>(),
  add: access(z.strictObject({ ...current, name: Name, role: Role, passphrase: Secret })).returns<{ readonly slotId: string }>(),
  /** For another who forgot theirs, and for one's own after unlocking with the recovery key. */
  resetPassphrase: access(z.strictObject({ ...current, slotId: SlotId, passphrase: Secret })).returns<null>(),
  changeMyPassphrase: access(z.strictObject({ ...current, passphrase: Secret })).returns<null>(),
  remove: access(z.strictObject({ ...current, slotId: SlotId })).returns<null>(),
  /** Makes a new recovery key in memory; `confirm` puts it in the place of the old one. */
  prepareRecoveryKey: access(z.strictObject(current)).returns<RecoveryGroups>(),
  /** Makes a new data key and recovery key in memory; `confirm` encrypts everything anew. All other holders lose their way in. */
  prepareRenewal: access(z.strictObject(current)).returns<RecoveryGroups>(),
  /** Makes the new coordinator's slot and a new recovery key in memory; `confirm` puts them in the place of the leaver's, all at once. */
  prepareHandOver: access(z.strictObject({ ...current, leaverSlotId: SlotId, name: Name, passphrase: Secret })).returns<RecoveryGroups>(),
  /** Does what was prepared, once the asked groups of the new recovery key have been typed back. Main locks where the session's own way in is gone. */
  confirm: access(
    z.strictObject({ typedGroups: z.array(z.strictObject({ index: z.int().min(0).max(63), text: z.string().max(64) })).max(64) }),
  ).returns<KeyChangeDone>(),
}
