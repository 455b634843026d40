import type { openStore, OpenStore } from '#db'
import { accept, type Refusal, refuse, type Result } from '#domain/refusal.ts'
import { accessSync, constants, existsSync, renameSync } from 'node:fs'
import type { AuditEntry } from './audit.ts'
import { contextOf } from './context.ts'
import { dispatch } from './dispatch.ts'
import { refusalOfFileError } from './file-errors.ts'
import { finishFirstRun, type FirstRun, type FirstRunQuestion, prepareFirstRun } from './first-run.ts'
import { backUpAutomatically } from './keeping/automatic-backup.ts'
import { type Chores, startChores } from './keeping/chores.ts'
import { storePaths } from './keeping/place.ts'
import { updateStore } from './keeping/update-store.ts'
import { actorOf } from './keys/actor.ts'
import { backOff } from './keys/back-off.ts'
import { type KeyDesk, keyDesk } from './keys/desk.ts'
import type { KeySlot } from './keys/key-file.ts'
import { makeFolder, readKeyFile } from './keys/key-file-store.ts'
import { readRecoveryKey, type TypedGroup } from './keys/recovery-key.ts'
import { openSettled, tidyKeyFiles } from './keys/renewal.ts'
import { defaultCost, type KdfCost, subkey, unwrapDataKey } from './keys/slots.ts'
import { type Opening, openSession, type VaultSession } from './open-session.ts'
import type { OperationAnswer, VaultStatus } from './protocol.ts'
import { recoveryKeySheet } from './recovery-key-sheet.ts'
import { settleReplacing } from './restoring/replace-files.ts'
import { restoringOf } from './restoring/restoring.ts'
import type { Session } from './session.ts'

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'prepared'; readonly prepared: FirstRun }
  | {
      readonly kind: 'open'
      readonly session: VaultSession
      readonly desk: KeyDesk
      readonly chores: Chores
    }

/** What may be asked before the person has decided about an older store that was put back. */
const beforeDeciding: ReadonlySet<string> = new Set([
  'settings.get',
  'integrity.state',
  'integrity.check',
  'integrity.goOn',
  'backups.overview',
  'keys.me',
])

function folderState(folder: string): 'writable' | 'readOnly' {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    return 'writable'
  } catch {
    return 'readOnly'
  }
}

/** The vault of one data folder: shut until a passphrase or the recovery key opens it. Only this object holds keys and rows. */
export function vaultOf(folder: string, cost: KdfCost = defaultCost) {
  const { storePath, newStorePath } = storePaths(folder)
  const attempts = backOff(folder)
  let state: State = { kind: 'closed' }

  function status(): VaultStatus {
    // A restore that was cut off is finished before anything is read; a folder that cannot be written to is refused at the unlock.
    if (state.kind === 'closed') settleReplacing(folder)
    const reading = readKeyFile(folder)
    const hasStore = existsSync(storePath) || (reading.kind === 'read' && existsSync(newStorePath))
    switch (reading.kind) {
      case 'missing':
        return hasStore ? { kind: 'broken', problem: 'keyFileMissing' } : { kind: 'empty', folder: folderState(folder) }
      case 'damaged':
        return { kind: 'broken', problem: 'keyFileDamaged' }
      case 'newer':
        return { kind: 'broken', problem: 'keyFileNewer' }
      case 'read':
        return hasStore ? { kind: 'locked' } : { kind: 'broken', problem: 'storeMissing' }
    }
  }

  function startSession(store: OpenStore, dataKey: Buffer, opening: Opening): void {
    openSession({
      folder,
      store,
      dataKey,
      attempts,
      opening,
      onOpened: (session) => {
        state = {
          kind: 'open',
          session,
          chores: startChores(session),
          desk: keyDesk({ session, folder, cost, attempts, closeStore: close }),
        }
      },
    })
  }

  function close(): void {
    if (state.kind === 'open') {
      const { chores, desk, session } = state
      chores.stop()
      session.audit.stop()
      desk.prepare(null)
      session.audit.finish(lockEntry(session))
      session.files.finish()
      session.store.close()
      session.files.close()
    }
    state = { kind: 'closed' }
  }

  async function prepare(passphrase: string): Promise<Result<FirstRunQuestion>> {
    if (status().kind !== 'empty') return refuse({ code: 'vaultAlreadyThere' })
    if (folderState(folder) === 'readOnly') return refuse({ code: 'folderReadOnly' })
    const made = await prepareFirstRun(passphrase, cost)
    if (!made.ok) return made
    state = { kind: 'prepared', prepared: made.value }
    const { recoveryGroups, askedGroups } = made.value
    return accept({ recoveryGroups, askedGroups })
  }

  function create(typedGroups: readonly TypedGroup[]): Result<null> {
    if (state.kind !== 'prepared') return refuse({ code: 'vaultAlreadyThere' })
    const { prepared } = state
    return finishFirstRun(folder, prepared, typedGroups, (store, slot) =>
      startSession(store, prepared.dataKey, { slot, keyFile: prepared.keyFile, event: 'vault.create' }),
    )
  }

  const open = (kind: KeySlot['kind'], secret: string | null): Promise<Result<null>> => attempts.inTurn(() => tryToOpen(kind, secret))

  async function tryToOpen(kind: KeySlot['kind'], secret: string | null): Promise<Result<null>> {
    const waitSeconds = attempts.remaining(Date.now())
    if (waitSeconds > 0) return refuse({ code: 'waitBeforeRetry', waitSeconds })
    const unsettled = settleReplacing(folder)
    if (unsettled !== null) return refuse(unsettled)
    const present = status()
    if (present.kind !== 'locked') return refuse(present.kind === 'broken' ? brokenRefusal(present.problem) : { code: 'keyFileMissing' })
    const reading = readKeyFile(folder)
    if (reading.kind !== 'read') return refuse({ code: 'keyFileDamaged' })
    // What cannot be a recovery key costs the same time as one that does not open.
    const unwrapped = await unwrapDataKey(reading.keyFile, kind, secret ?? '')
    if (!unwrapped || secret === null) return refuse({ code: 'wrongPassphrase', waitSeconds: attempts.failed(Date.now(), kind) })
    if (!existsSync(storePath)) renameSync(newStorePath, storePath)
    const storeKey = subkey(unwrapped.dataKey, 'store')
    const found = openSettled(folder, storeKey)
    storeKey.fill(0)
    if (!found.ok) return refuse(openRefusal(found.failure))
    const updated = await updateStore(found, { folder, dataKey: unwrapped.dataKey, keyFile: reading.keyFile, slot: unwrapped.slot })
    if (!updated.ok) {
      unwrapped.dataKey.fill(0)
      return updated
    }
    const opened = updated.value
    if (!opened.ok) return refuse(openRefusal(opened.failure))
    try {
      startSession(opened.store, unwrapped.dataKey, {
        slot: unwrapped.slot,
        keyFile: reading.keyFile,
        event: kind === 'recovery' ? 'vault.unlockWithRecoveryKey' : 'vault.unlock',
      })
    } catch (error) {
      // A damaged page may be one that the opening itself needs.
      const refusal = refusalOfFileError(error)
      if (refusal === null) throw error
      unwrapped.dataKey.fill(0)
      return refuse(refusal)
    }
    tidyAfterUnlock()
    return accept(null)
  }

  /** What an earlier crash left. A folder that can no longer be written to keeps it, and is read all the same. */
  function tidyAfterUnlock(): void {
    try {
      tidyKeyFiles(folder)
    } catch (error) {
      if (refusalOfFileError(error) === null) throw error
    }
  }

  const restoring = restoringOf({
    folder,
    attempts,
    session: () => {
      if (state.kind !== 'open') return null
      const { store, auditKey, actor, slot, files } = state.session
      return { store, auditKey, actor, slotId: slot.id, role: slot.role, vaultId: files.source.vaultId }
    },
    closeSession: close,
  })

  return {
    status,
    prepare,
    create,
    unlock: (passphrase: string) => open('passphrase', passphrase),
    unlockWithRecoveryKey: (typed: string) => open('recovery', readRecoveryKey(typed)),
    /** The text of the sheet that the person keeps: while the vault is being made, and while a new recovery key waits to be typed back. */
    recoveryKeySheet: (): Result<string> => {
      const shown = state.kind === 'prepared' ? state.prepared : state.kind === 'open' ? state.desk.prepared() : null
      return shown ? accept(recoveryKeySheet(shown.recoveryGroups)) : refuse({ code: 'nothingPrepared' })
    },
    /** Runs one operation of the contract. `place` is the folder that the person picked, for those of the kind `place`. */
    async run(name: string, input: unknown, place?: string): Promise<OperationAnswer> {
      if (state.kind !== 'open') return { reply: refuse({ code: 'locked' }) }
      const { session, desk, chores } = state
      chores.touch()
      if (session.files.mustDecide() && !beforeDeciding.has(name)) return { reply: refuse({ code: 'olderStore' }) }
      const answer = await dispatch(place === undefined ? session : { ...session, place }, name, input, { desk })
      // A renewal of the data key has ended the session.
      if (state.kind === 'open') session.files.witness.touch()
      // The name under which changes are kept may have changed just now.
      if (state.kind === 'open' && answer.reply.ok && (name === 'settings.save' || name.startsWith('keys.'))) renameActor(session)
      return answer
    },
    restoring,
    /** Before the program ends: the day's backup, where there was none yet. */
    async leave(): Promise<Result<null>> {
      if (state.kind === 'open') await backUpAutomatically(state.session)
      return accept(null)
    },
    /** How large the open store is, in bytes; 0 when it is shut. */
    storeBytes: (): number => (state.kind === 'open' ? state.session.files.source.storeBytes() : 0),
    close(): void {
      restoring.forget()
      close()
    },
  }
}

/** What was done is done: a disk that fails at this reading must not turn its answer into a refusal. */
function renameActor(session: Session): void {
  try {
    session.actor = actorOf(session.store, session.slot)
  } catch (error) {
    if (refusalOfFileError(error) === null) throw error
  }
}

function lockEntry(session: Session): AuditEntry {
  const { now, actor, slot } = contextOf(session)
  return { at: now, actor, operation: 'vault.lock', subject: `slot=${slot.id}`, outcome: 'done', slot: slot.id }
}

export type Vault = ReturnType<typeof vaultOf>

function brokenRefusal(problem: Extract<VaultStatus, { kind: 'broken' }>['problem']): Refusal {
  return problem === 'storeNewer' ? { code: 'storeNewer', found: 0, known: 0 } : { code: problem }
}

function openRefusal(failure: Extract<ReturnType<typeof openStore>, { ok: false }>['failure']): Refusal {
  switch (failure.kind) {
    case 'missing':
      return { code: 'storeMissing' }
    case 'damaged':
      return { code: 'storeDamaged' }
    case 'newer':
      return { code: 'storeNewer', found: failure.found, known: failure.known }
    case 'inUse':
      return { code: 'storeInUse' }
  }
}
