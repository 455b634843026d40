import type { RecoveryGroups } from '#contract'
import { findHolder, insertHolder, markHolderRemoved, type WriteDb } from '#db'
import { subjectText } from '#domain/audit/entry.ts'
import type { IsoInstant } from '#domain/dates.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import type { Handlers, KeyChange } from '../handler.ts'
import type { KeyDesk } from '../keys/desk.ts'
import type { KeyFile, KeySlot } from '../keys/key-file.ts'
import { costOfNewSlot } from '../keys/kdf-cost.ts'
import { passphraseSlot, recoverySlot } from '../keys/new-slots.ts'
import type { PreparedChange, ShownKey } from '../keys/prepared-change.ts'
import { wrongGroups } from '../keys/recovery-key.ts'
import { renewDataKey } from '../keys/renewal.ts'
import { keysOf, newParameters, wrapDataKey } from '../keys/slots.ts'
import { readSettings, saveSettings } from './settings.ts'

type KeyHandlers = Handlers<'keys'>

/** Nothing on the disk has changed; the log says that it was prepared. */
function shown({ recoveryGroups, askedGroups }: ShownKey): Result<KeyChange<RecoveryGroups>> {
  return accept({ kind: 'inStore', value: { recoveryGroups, askedGroups } })
}

export const prepareRecoveryKey: KeyHandlers['prepareRecoveryKey'] = async (desk, { current }) => {
  const proof = await desk.prove(current)
  if (!proof.ok) return proof
  const { keyFile, proved } = proof.value
  const made = await recoverySlot(keyFile.vaultId, proved.dataKey, desk.cost)
  proved.dataKey.fill(0)
  desk.prepare({ kind: 'recoveryKey', ...made })
  return shown(made)
}

export const prepareHandOver: KeyHandlers['prepareHandOver'] = async (desk, { current, leaverSlotId, name, passphrase }) => {
  const proof = await desk.prove(current)
  if (!proof.ok) return proof
  const { keyFile, proved } = proof.value
  try {
    const leaver = keyFile.slots.find(({ id, kind, role }) => id === leaverSlotId && kind === 'passphrase' && role === 'coordinator')
    if (!leaver) return refuse({ code: 'notFound', what: 'holder' })
    const teamName = readSettings(desk.session.store)?.teamName ?? ''
    // The leaver's slot goes in the same moment, so that there is room for the new one.
    const room: KeyFile = { ...keyFile, slots: keyFile.slots.filter(({ id, kind }) => id === leaverSlotId || kind === 'passphrase') }
    const made = await passphraseSlot({ keyFile: room, proved, cost: desk.cost }, passphrase, teamName, { role: 'coordinator' })
    if (!made.ok) return made
    const key = await recoverySlot(keyFile.vaultId, proved.dataKey, desk.cost)
    desk.prepare({ kind: 'handOver', ...key, coordinator: made.value, name, leaverSlotId })
    return shown(key)
  } finally {
    proved.dataKey.fill(0)
  }
}

export const prepareRenewal: KeyHandlers['prepareRenewal'] = async (desk, { current }) => {
  if (desk.session.slot.kind === 'recovery') return refuse({ code: 'openedWithRecoveryKey' })
  const proof = await desk.prove(current)
  if (!proof.ok) return proof
  const { keyFile, proved } = proof.value
  const newDataKey = randomBytes(32)
  const { id, kind, role, kdf } = proved.slot
  const keys = keysOf(current)
  try {
    const own = await wrapDataKey(
      keyFile.vaultId,
      newDataKey,
      keys,
      { id, kind, role },
      newParameters(costOfNewSlot(desk.cost, { parameters: kdf, tookMs: proved.tookMs })),
    )
    const made = await recoverySlot(keyFile.vaultId, newDataKey, desk.cost)
    const wipe = () => {
      newDataKey.fill(0)
      proved.dataKey.fill(0)
    }
    desk.prepare({
      kind: 'renewal',
      ...made,
      keyFile: { ...keyFile, slots: [own, made.recovery] },
      oldDataKey: proved.dataKey,
      newDataKey,
      wipe,
    })
    return shown(made)
  } finally {
    keys.wipe()
  }
}

/** The key file with a new recovery key in the place of the old one, and further slots added and taken away. */
function withRecovery(
  keyFile: KeyFile,
  recovery: KeySlot,
  { added = [], removed = '' }: { readonly added?: readonly KeySlot[]; readonly removed?: string } = {},
): KeyFile {
  return { ...keyFile, slots: [...keyFile.slots.filter(({ id, kind }) => kind !== 'recovery' && id !== removed), ...added, recovery] }
}

/** The store's list follows: the old recovery key is gone, the new one is there. */
function replaceRecovery(db: WriteDb, keyFile: KeyFile, { id, kind, role }: KeySlot, now: IsoInstant): void {
  for (const slot of keyFile.slots) if (slot.kind === 'recovery') markHolderRemoved(db, slot.id, now)
  insertHolder(db, { slotId: id, kind, role, name: '', addedAt: now })
}

function handOver(db: WriteDb, { coordinator, name, leaverSlotId }: Extract<PreparedChange, { kind: 'handOver' }>, now: IsoInstant): void {
  insertHolder(db, { slotId: coordinator.id, kind: 'passphrase', role: 'coordinator', name, addedAt: now })
  markHolderRemoved(db, leaverSlotId, now)
  const settings = readSettings(db)
  if (settings) saveSettings(db, { ...settings, coordinatorName: name })
}

export const confirmPrepared: KeyHandlers['confirm'] = async (desk, { typedGroups }, { now }) => {
  const change = desk.prepared()
  if (change === null) return refuse({ code: 'nothingPrepared' })
  const wrong = wrongGroups(change.recoveryGroups, change.askedGroups, typedGroups)
  if (wrong.length > 0) return refuse({ code: 'recoveryGroupsDiffer', groups: wrong })
  return apply(desk, change, now)
}

function apply(desk: KeyDesk, change: PreparedChange, now: IsoInstant): Awaited<ReturnType<KeyHandlers['confirm']>> {
  const keyFile = desk.readKeyFile()
  const done = { done: change.kind, endsSession: change.kind !== 'recoveryKey' || desk.session.slot.kind === 'recovery' }
  const finish = (file: KeyFile) => () => {
    desk.writeKeyFile(file)
    desk.prepare(null)
  }
  switch (change.kind) {
    case 'recoveryKey':
      return accept({
        kind: 'inStore',
        value: done,
        subject: subjectText({ change: change.kind, slotId: change.recovery.id }),
        rows: (db) => replaceRecovery(db, keyFile, change.recovery, now),
        files: finish(withRecovery(keyFile, change.recovery)),
      })
    case 'handOver':
      // The people may have changed while the recovery key was being copied by hand.
      if (!findHolder(desk.session.store, change.leaverSlotId)) return refuse({ code: 'notFound', what: 'holder' })
      return accept({
        kind: 'inStore',
        value: done,
        subject: subjectText({ change: change.kind, leaverSlotId: change.leaverSlotId, slotId: change.coordinator.id }),
        rows: (db) => {
          replaceRecovery(db, keyFile, change.recovery, now)
          handOver(db, change, now)
        },
        files: finish(withRecovery(keyFile, change.recovery, { added: [change.coordinator], removed: change.leaverSlotId })),
      })
    case 'renewal':
      renewDataKey(desk, change, now)
      desk.prepare(null)
      return accept({ kind: 'logged', value: done })
  }
}
