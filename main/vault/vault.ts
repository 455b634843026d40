import { createStore, openStore, type OpenStore } from '#db'
import { judgePassphrase } from '#domain/passphrase.ts'
import { accept, type Refusal, refuse, type Result } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit, type AuditEntry } from './audit.ts'
import { type AuditWatch, auditWatch } from './audit/watch.ts'
import { recordBackup } from './backups/record-backup.ts'
import { contextOf } from './context.ts'
import { dispatch } from './dispatch.ts'
import { backUpAutomatically } from './keeping/automatic-backup.ts'
import { type Chores, startChores } from './keeping/chores.ts'
import { openStoreFiles, type StoreFiles } from './keeping/store-files.ts'
import { type Update, updateStore, updateSubject } from './keeping/update-store.ts'
import { historySubject } from './keeping/witness.ts'
import { actorOf } from './keys/actor.ts'
import { backOff } from './keys/back-off.ts'
import { type KeyDesk, keyDesk } from './keys/desk.ts'
import { followKeyFile } from './keys/holders.ts'
import type { KeyFile, KeySlot } from './keys/key-file.ts'
import { makeFolder, readKeyFile, removeKeyFile, writeKeyFile } from './keys/key-file-store.ts'
import { groupsToAsk, makeRecoveryKey, readRecoveryKey, type TypedGroup, wrongGroups } from './keys/recovery-key.ts'
import { openSettled, tidyKeyFiles } from './keys/renewal.ts'
import { defaultCost, type KdfCost, makeSlot, subkey, unwrapDataKey } from './keys/slots.ts'
import type { OperationAnswer, VaultStatus } from './protocol.ts'
import { recoveryKeySheet } from './recovery-key-sheet.ts'
import { finishReplacing } from './restoring/replace-files.ts'
import { restoringOf } from './restoring/restoring.ts'
import type { Session } from './session.ts'
import { refusalOfFileError } from './file-errors.ts'

const STORE = 'caseboard.store'
/** The store while a first run is being finished; it takes its name only once the key file is on the disk. */
const NEW_STORE = 'caseboard.store.new'

type Prepared = {
  readonly keyFile: KeyFile
  readonly dataKey: Buffer
  readonly recoveryGroups: readonly string[]
  readonly askedGroups: readonly number[]
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | {
      readonly kind: 'open'
      readonly session: Session & { readonly files: StoreFiles; readonly audit: AuditWatch }
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
  const storePath = join(folder, STORE)
  const newStorePath = join(folder, NEW_STORE)
  const attempts = backOff(folder)
  let state: State = { kind: 'closed' }

  /** A restore that was cut off is finished before anything is read; a folder that cannot be written to is refused at the unlock. */
  function settleRestore(): Refusal | null {
    try {
      finishReplacing(folder)
      return null
    } catch (error) {
      const refusal = refusalOfFileError(error)
      if (refusal === null) throw error
      return refusal
    }
  }

  function status(): VaultStatus {
    if (state.kind === 'closed') settleRestore()
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

  /** Writes the log's entry of the opening and keeps the session. Where that fails the store is closed again, and `dataKey` is kept for another try. */
  function startSession(
    store: OpenStore,
    dataKey: Buffer,
    opening: { readonly slot: KeySlot; readonly keyFile: KeyFile; readonly event: string; readonly update: Update | null },
  ): void {
    const { id, kind, role } = opening.slot
    let files: StoreFiles | null = null
    let audit: AuditWatch | null = null
    try {
      files = openStoreFiles({ folder, store, dataKey })
      const auditKey = subkey(dataKey, 'audit')
      audit = auditWatch(store, auditKey)
      const session: Session & { readonly files: StoreFiles; readonly audit: AuditWatch } = {
        store,
        files,
        audit,
        actor: '',
        slot: { id, kind, role },
        sealKey: subkey(dataKey, 'seal'),
        auditKey,
        held: new Map(),
      }
      const { now } = contextOf(session)
      store.write((db) => {
        const differences = followKeyFile(db, opening.keyFile.slots, now)
        session.actor = actorOf(db, session.slot)
        const note = (operation: string, subject: string, outcome = 'done') =>
          appendAudit(db, session.auditKey, { at: now, actor: session.actor, operation, subject, outcome, slot: id })
        for (const { at, way } of attempts.failedUnlocks())
          appendAudit(db, session.auditKey, {
            at,
            actor: '',
            operation: 'vault.unlockFailed',
            subject: `way=${way}`,
            outcome: 'refused:wrongPassphrase',
          })
        if (opening.update !== null) {
          recordBackup(db, { ...opening.update.backup, place: 'beforeUpdate', folder: '', isElsewhere: false, removed: [] })
          note('vault.update', updateSubject(opening.update))
        }
        note(opening.event, `slot=${id}`)
        const history = historySubject(session.files.history())
        if (history !== null) note('integrity.history', history, 'warned')
        for (const { slotId, kind: what } of differences) note(`keys.${what}`, `slotId=${slotId}`)
      })
      attempts.noted()
      files.witness.touch()
      state = { kind: 'open', session, chores: startChores(session), desk: keyDesk({ session, folder, cost, attempts, closeStore: close }) }
    } catch (error) {
      audit?.stop()
      store.close()
      files?.close()
      throw error
    }
    dataKey.fill(0)
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

  async function prepare(passphrase: string): Promise<Result<{ recoveryGroups: readonly string[]; askedGroups: readonly number[] }>> {
    if (status().kind !== 'empty') return refuse({ code: 'vaultAlreadyThere' })
    if (folderState(folder) === 'readOnly') return refuse({ code: 'folderReadOnly' })
    const verdict = judgePassphrase(passphrase)
    if (!verdict.ok) return refuse({ code: 'weakPassphrase', advice: verdict.advice })
    const dataKey = randomBytes(32)
    const vaultId = randomBytes(16).toString('hex')
    const recoveryGroups = makeRecoveryKey()
    const recoverySecret = readRecoveryKey(recoveryGroups.join(''))
    if (recoverySecret === null) throw new Error('a recovery key made here does not read back')
    const slots = [
      await makeSlot(vaultId, dataKey, passphrase, 'passphrase', 'coordinator', cost),
      await makeSlot(vaultId, dataKey, recoverySecret, 'recovery', 'coordinator', cost),
    ]
    const askedGroups = groupsToAsk()
    state = {
      kind: 'prepared',
      prepared: { keyFile: { format: 'caseboard-key', version: 1, vaultId, slots }, dataKey, recoveryGroups, askedGroups },
    }
    return accept({ recoveryGroups, askedGroups })
  }

  function create(typedGroups: readonly TypedGroup[]): Result<null> {
    if (state.kind !== 'prepared') return refuse({ code: 'vaultAlreadyThere' })
    const { keyFile, dataKey, recoveryGroups, askedGroups } = state.prepared
    const wrong = wrongGroups(recoveryGroups, askedGroups, typedGroups)
    if (wrong.length > 0) return refuse({ code: 'recoveryGroupsDiffer', groups: wrong })
    const storeKey = subkey(dataKey, 'store')
    try {
      // Aside first: a crash before the key file is written leaves a first run, a crash after it a store that `open` finishes.
      rmSync(newStorePath, { force: true })
      createStore(newStorePath, storeKey).close()
      writeKeyFile(folder, keyFile)
      renameSync(newStorePath, storePath)
      const opened = openStore(storePath, storeKey)
      const slot = keyFile.slots[0]
      if (!opened.ok || !slot) throw new Error('a vault just made does not open')
      startSession(opened.store, dataKey, { slot, keyFile, event: 'vault.create', update: null })
      return accept(null)
    } catch (error) {
      const refusal = refusalOfFileError(error)
      if (!refusal) throw error
      removeKeyFile(folder)
      for (const path of [storePath, newStorePath]) for (const part of [path, `${path}-journal`]) rmSync(part, { force: true })
      return refuse(refusal)
    } finally {
      storeKey.fill(0)
    }
  }

  /** One attempt after the other, so that attempts sent at once do not all pass the wait together. */
  let lastAttempt: Promise<unknown> = Promise.resolve()
  function open(kind: KeySlot['kind'], secret: string | null): Promise<Result<null>> {
    const attempt = lastAttempt.then(() => tryToOpen(kind, secret))
    lastAttempt = attempt.catch(() => undefined)
    return attempt
  }

  async function tryToOpen(kind: KeySlot['kind'], secret: string | null): Promise<Result<null>> {
    const waitSeconds = attempts.remaining(Date.now())
    if (waitSeconds > 0) return refuse({ code: 'waitBeforeRetry', waitSeconds })
    const unsettled = settleRestore()
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
    const updated = await updateStore(found, { folder, dataKey: unwrapped.dataKey, keyFile: reading.keyFile })
    if (!updated.ok) {
      unwrapped.dataKey.fill(0)
      return updated
    }
    const { opened, update } = updated.value
    if (!opened.ok) return refuse(openRefusal(opened.failure))
    try {
      startSession(opened.store, unwrapped.dataKey, {
        slot: unwrapped.slot,
        keyFile: reading.keyFile,
        event: kind === 'recovery' ? 'vault.unlockWithRecoveryKey' : 'vault.unlock',
        update,
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
      return { store, auditKey, actor, slotId: slot.id, vaultId: files.source.vaultId }
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
