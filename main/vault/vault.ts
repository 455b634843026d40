import { createStore, openStore } from '#db'
import { judgePassphrase } from '#domain/passphrase.ts'
import { accept, type Refusal, refuse, type Result } from '#domain/refusal.ts'
import { randomBytes, randomInt } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appendAudit } from './audit.ts'
import { contextOf } from './context.ts'
import { dispatch, type Session } from './dispatch.ts'
import { readSettings } from './handlers/settings.ts'
import { backOff } from './keys/back-off.ts'
import type { KeyFile, KeySlot } from './keys/key-file.ts'
import { readKeyFile, removeKeyFile, writeKeyFile } from './keys/key-file-store.ts'
import { makeRecoveryKey, normalizeRecoveryText, readRecoveryKey } from './keys/recovery-key.ts'
import { defaultCost, type KdfCost, makeSlot, subkey, unwrapDataKey } from './keys/slots.ts'
import type { VaultAnswer, VaultStatus } from './protocol.ts'
import { recoveryKeySheet } from './recovery-key-sheet.ts'
import { refusalOfFileError } from './file-errors.ts'

const STORE = 'caseboard.store'
/** The store while a first run is being finished; it takes its name only once the key file is on the disk. */
const NEW_STORE = 'caseboard.store.new'
const ASKED_GROUPS = 3

type Prepared = { readonly keyFile: KeyFile; readonly dataKey: Buffer; readonly recoveryGroups: readonly string[]; readonly askedGroups: readonly number[] }

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  | { readonly kind: 'open'; readonly session: Session }

/** Three different group numbers, ascending; the last group only checks the others, and is never asked. */
function pickGroups(count: number): readonly number[] {
  const picked = new Set<number>()
  while (picked.size < ASKED_GROUPS) picked.add(randomInt(count - 1))
  return [...picked].sort((a, b) => a - b)
}

function folderState(folder: string): 'writable' | 'readOnly' {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
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

  function status(): VaultStatus {
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
  function startSession(store: Session['store'], dataKey: Buffer, slot: Pick<KeySlot, 'id' | 'role'>, event: string): void {
    try {
      const session: Session = {
        store,
        actor: readSettings(store)?.coordinatorName ?? slot.role,
        sealKey: subkey(dataKey, 'seal'),
        auditKey: subkey(dataKey, 'audit'),
        held: new Map(),
      }
      const { now } = contextOf(session)
      store.write((db) => appendAudit(db, session.auditKey, { at: now, actor: session.actor, operation: event, subject: `slot=${slot.id}`, outcome: 'done' }))
      state = { kind: 'open', session }
    } catch (error) {
      store.close()
      throw error
    }
    dataKey.fill(0)
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
    const askedGroups = pickGroups(recoveryGroups.length)
    state = { kind: 'prepared', prepared: { keyFile: { format: 'caseboard-key', version: 1, vaultId, slots }, dataKey, recoveryGroups, askedGroups } }
    return accept({ recoveryGroups, askedGroups })
  }

  function create(typedGroups: readonly { readonly index: number; readonly text: string }[]): Result<null> {
    if (state.kind !== 'prepared') return refuse({ code: 'vaultAlreadyThere' })
    const { keyFile, dataKey, recoveryGroups, askedGroups } = state.prepared
    const wrong = askedGroups.filter((index) => {
      const typed = typedGroups.find((group) => group.index === index)
      return normalizeRecoveryText(typed?.text ?? '') !== recoveryGroups[index]
    })
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
      startSession(opened.store, dataKey, slot, 'vault.create')
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

  async function open(kind: KeySlot['kind'], secret: string | null): Promise<Result<null>> {
    const waitSeconds = attempts.remaining(Date.now())
    if (waitSeconds > 0) return refuse({ code: 'waitBeforeRetry', waitSeconds })
    const found = status()
    if (found.kind !== 'locked') return refuse(found.kind === 'broken' ? brokenRefusal(found.problem) : { code: 'keyFileMissing' })
    const reading = readKeyFile(folder)
    if (reading.kind !== 'read') return refuse({ code: 'keyFileDamaged' })
    const unwrapped = secret === null ? null : await unwrapDataKey(reading.keyFile, kind, secret)
    if (!unwrapped) return refuse({ code: 'wrongPassphrase', waitSeconds: attempts.failed(Date.now()) })
    if (!existsSync(storePath)) renameSync(newStorePath, storePath)
    const storeKey = subkey(unwrapped.dataKey, 'store')
    const opened = openStore(storePath, storeKey)
    storeKey.fill(0)
    if (!opened.ok) return refuse(openRefusal(opened.failure))
    attempts.succeeded()
    startSession(opened.store, unwrapped.dataKey, unwrapped.slot, kind === 'recovery' ? 'vault.unlockWithRecoveryKey' : 'vault.unlock')
    return accept(null)
  }

  return {
    status,
    prepare,
    create,
    unlock: (passphrase: string) => open('passphrase', passphrase),
    unlockWithRecoveryKey: (typed: string) => open('recovery', readRecoveryKey(typed)),
    /** The text of the sheet that the person keeps; only while the vault is being made. */
    recoveryKeySheet: (): Result<string> =>
      state.kind === 'prepared' ? accept(recoveryKeySheet(state.prepared.recoveryGroups)) : refuse({ code: 'vaultAlreadyThere' }),
    async run(name: string, input: unknown): Promise<Omit<VaultAnswer, 'id'>> {
      if (state.kind !== 'open') return { reply: refuse({ code: 'locked' }) }
      const answer = await dispatch(state.session, name, input)
      // The name under which the coordinator's changes are kept may have changed just now.
      if (name === 'settings.save' && answer.reply.ok) {
        state = { kind: 'open', session: { ...state.session, actor: readSettings(state.session.store)?.coordinatorName ?? state.session.actor } }
      }
      return answer
    },
    close(): void {
      if (state.kind === 'open') state.session.store.close()
      state = { kind: 'closed' }
    },
  }
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
