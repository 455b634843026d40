import type { ChosenBackup, Rehearsal, Salvage } from '#contract'
import type { OpenStore } from '#db'
import { IsoInstant } from '#domain/dates.ts'
import { accept, type Refusal, refuse, type Result } from '#domain/refusal.ts'
import type { Role } from '#domain/role.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from '../audit.ts'
import { refusalOfFileError } from '../file-errors.ts'
import { backupNamesIn } from '../backups/folder.ts'
import { BACKUPS_FOLDER } from '../keeping/place.ts'
import type { backOff } from '../keys/back-off.ts'
import { encodeKeyFile, type KeyFile } from '../keys/key-file.ts'
import { readKeyFile } from '../keys/key-file-store.ts'
import type { Unwrapped } from '../keys/slots.ts'
import { type OpenableBackup, openBackup } from './chosen-backup.ts'
import { basisOf, isStillSo } from './basis.ts'
import { completeIncoming, type Prepared } from './prepared.ts'
import { rehearse } from './rehearse.ts'
import { isReplacing, keptSuffix, removeIncoming, replaceFiles, settleReplacing } from './replace-files.ts'
import { salvageStore } from './salvage-store.ts'
import { openWith, type Secret } from './secret.ts'

/** The open records, where there are any. */
export type RestoringSession = {
  readonly store: OpenStore
  readonly vaultId: string
  readonly auditKey: Uint8Array
  readonly actor: string
  readonly slotId: string
  readonly role: Role
}

type Options = {
  readonly folder: string
  readonly attempts: ReturnType<typeof backOff>
  readonly session: () => RestoringSession | null
  /** Closes the open records, before their file is replaced. */
  readonly closeSession: () => void
}

/** What was prepared and not put in place is forgotten after this time, with its key: the screen may stand open at the lock. */
const EXPIRES_MS = 10 * 60_000

/** Restoring, step by step: choose, rehearse (or salvage), commit. Every step leaves the records as they are but the last. */
export function restoringOf({ folder, attempts, session, closeSession }: Options) {
  let chosen: OpenableBackup | null = null
  let prepared: Prepared | null = null
  let expiry: NodeJS.Timeout | null = null

  const forget = (): void => {
    if (expiry) clearTimeout(expiry)
    // A replacement that the disk has cut off is gone on with; what still fails is told by the next unlock.
    settleReplacing(folder)
    if (prepared === null) return
    prepared.dataKey.fill(0)
    prepared = null
    removeIncoming(folder)
  }

  /** Who opened the records to look at them may not put others in their place. */
  const roleRefusal = (): Refusal | null => (session()?.role === 'readOnly' ? { code: 'roleNotAllowed', role: 'readOnly' } : null)

  /** Every step begins with files that are not half replaced. Refused where the disk will not have it yet. */
  const begin = (): Refusal | null => {
    forget()
    return roleRefusal() ?? settleReplacing(folder)
  }

  const keep = (next: Prepared): void => {
    prepared = next
    expiry = setTimeout(forget, EXPIRES_MS).unref()
  }

  /** Tries a secret on a key file; wrong ones are counted as at the lock, for a backup must be no place to guess. */
  const tryOn = async (keyFile: KeyFile, secret: Secret): Promise<Result<Unwrapped>> => {
    const waitSeconds = attempts.remaining(Date.now())
    if (waitSeconds > 0) return refuse({ code: 'waitBeforeRetry', waitSeconds })
    const unwrapped = await openWith(keyFile, secret)
    if (!unwrapped) return refuse({ code: 'wrongPassphrase', waitSeconds: attempts.failed(Date.now()) })
    // What opens a backup forgets no failure: it may be a backup of one's own, made to be opened between guesses.
    if (unwrapped.slot.role !== 'readOnly') return accept(unwrapped)
    unwrapped.dataKey.fill(0)
    return refuse({ code: 'roleNotAllowed', role: 'readOnly' })
  }
  const prove = (keyFile: KeyFile, secret: Secret) => attempts.inTurn(() => tryOn(keyFile, secret))

  /** Notes in the log of the open records what was tried on a backup or on them; at the lock there is none. */
  const note = <Value>(operation: 'restore.rehearse' | 'restore.salvage', reply: Result<Value>): Result<Value> => {
    const open = session()
    const outcome = reply.ok ? 'done' : `refused:${reply.refusal.code}`
    const at = IsoInstant.parse(new Date().toISOString())
    if (open)
      tryQuietly(() =>
        open.store.write((db) =>
          appendAudit(db, open.auditKey, { at, actor: open.actor, operation, subject: '', outcome, slot: open.slotId }),
        ),
      )
    return reply
  }

  const ourVaultId = (): string | null => {
    const reading = readKeyFile(folder)
    return reading.kind === 'read' ? reading.keyFile.vaultId : null
  }

  return {
    /** Opens a backup at a path of main's, or by its name in the folder beside the store. */
    async choose(place: { readonly path: string } | { readonly name: string }): Promise<Result<ChosenBackup>> {
      const unsettled = begin()
      if (unsettled) return refuse(unsettled)
      chosen = null
      const beside = join(folder, BACKUPS_FOLDER)
      // A name from the page is looked up, never joined to a path unseen.
      if ('name' in place && !(existsSync(beside) && backupNamesIn(beside).includes(place.name)))
        return refuse({ code: 'notFound', what: 'backup' })
      const opened = await openBackup('name' in place ? join(beside, place.name) : place.path)
      if (!opened.ok) return opened
      chosen = opened.value
      const { name, head, bytes } = chosen
      const ours = ourVaultId()
      return accept({ name, madeAt: head.madeAt, bytes, isOurs: ours === null ? null : ours === head.vaultId })
    },

    async rehearse(secret: Secret): Promise<Result<Rehearsal>> {
      const unsettled = begin()
      if (unsettled) return refuse(unsettled)
      if (!chosen) return refuse({ code: 'restoreNotReady' })
      const backup = chosen
      const proved = await prove(backup.keyFile, secret)
      if (!proved.ok) return note('restore.rehearse', proved)
      const { dataKey, slot } = proved.value
      const basis = basisOf(folder, session()?.store ?? null)
      const rehearsed = await refusing(() => rehearse(folder, backup, { dataKey, slot, secret }, session()))
      if (!rehearsed.ok) {
        dataKey.fill(0)
        removeIncoming(folder)
        return note('restore.rehearse', rehearsed)
      }
      // Before anything is kept: what is put in place later was seen without this entry.
      note('restore.rehearse', rehearsed)
      const { vaultId, madeAt, keyFile } = backup.head
      keep({
        why: 'before-restore',
        vaultId,
        keyFileText: keyFile,
        dataKey,
        slot,
        known: rehearsed.value.known,
        basis,
        event: { operation: 'restore.commit', subject: `backup=${madeAt}` },
      })
      return accept(rehearsed.value.rehearsal)
    },

    async salvage(secret: Secret): Promise<Result<Salvage>> {
      const unsettled = begin()
      if (unsettled) return refuse(unsettled)
      const reading = readKeyFile(folder)
      if (reading.kind !== 'read') return refuse({ code: reading.kind === 'missing' ? 'keyFileMissing' : 'keyFileDamaged' })
      const proved = await prove(reading.keyFile, secret)
      if (!proved.ok) return note('restore.salvage', proved)
      const { dataKey, slot } = proved.value
      const basis = basisOf(folder, session()?.store ?? null)
      const salvaged = await refusing(async () => salvageStore(folder, dataKey, session()?.store ?? null))
      if (!salvaged.ok) {
        dataKey.fill(0)
        removeIncoming(folder)
        return note('restore.salvage', salvaged)
      }
      const { saved, lost, dropped } = salvaged.value
      keep({
        why: 'damaged',
        vaultId: reading.keyFile.vaultId,
        keyFileText: encodeKeyFile(reading.keyFile),
        dataKey,
        slot,
        known: [],
        basis,
        event: { operation: 'restore.salvage', subject: `saved=${String(saved)} lost=${String(lost)} dropped=${String(dropped)}` },
      })
      return salvaged
    },

    /** Puts what was prepared in the place of the records. Afterwards they are locked. */
    commit(clock = new Date()): Result<null> {
      if (!prepared) return refuse({ code: 'restoreNotReady' })
      const notAllowed = roleRefusal()
      if (notAllowed) return refuse(notAllowed)
      if (!isStillSo(folder, session()?.store ?? null, prepared.basis)) {
        forget()
        return refuse({ code: 'restoreOutdated' })
      }
      completeIncoming(folder, prepared, clock)
      const open = session()
      if (open) {
        const { operation, subject } = prepared.event
        const at = IsoInstant.parse(clock.toISOString())
        // The replaced store is kept: its own log says what became of it. A damaged one may not take the entry any more.
        tryQuietly(() =>
          open.store.write((db) =>
            appendAudit(db, open.auditKey, { at, actor: open.actor, operation, subject, outcome: 'replaced', slot: open.slotId }),
          ),
        )
      }
      closeSession()
      const suffix = keptSuffix(prepared.why, clock)
      chosen = null
      try {
        replaceFiles(folder, suffix)
      } catch (error) {
        // Without the plan the old files stand as they were; with it the new ones count, and the next start goes on.
        if (!isReplacing(folder)) throw error
        if (settleReplacing(folder) !== null) return refuse({ code: 'restoreUnfinished' })
      } finally {
        forget()
      }
      return accept(null)
    },

    forget,
  }
}

/** What the disk would not do becomes a refusal, so that the scratch copy and the key are cleared away like after any other. */
async function refusing<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOfFileError(error)
    if (refusal === null) throw error
    return refuse(refusal)
  }
}

function tryQuietly(work: () => void): void {
  try {
    work()
  } catch {
    // What is being replaced is damaged, or its disk is full: neither may hold up the restore.
  }
}
