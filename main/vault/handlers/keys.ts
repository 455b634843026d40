import { findHolder, insertHolder, listHolders, markHolderChanged, markHolderRemoved, renameHolder } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'
import type { KeyDesk } from '../keys/desk.ts'
import type { KeyFile, KeySlot } from '../keys/key-file.ts'
import { passphraseSlot } from '../keys/new-slots.ts'
import { confirmPrepared, prepareHandOver, prepareRecoveryKey, prepareRenewal } from './key-changes.ts'
import { readSettings } from './settings.ts'

const noHolder = refuse({ code: 'notFound', what: 'holder' })

function teamNameOf({ session }: KeyDesk): string {
  return readSettings(session.store)?.teamName ?? ''
}

export const keyHandlers: Handlers<'keys'> = {
  me: (_, __, { slot, actor }) => accept({ slotId: slot.id, name: actor, role: slot.role, openedWith: slot.kind }),

  holders: (db, _, { slot }) => {
    const all = listHolders(db)
    const recovery = all.find(({ kind }) => kind === 'recovery')
    return accept({
      holders: all
        .filter(({ kind }) => kind === 'passphrase')
        .map(({ slotId, name, role, addedAt, changedAt }) => ({ slotId, name, role, addedAt, changedAt, isMe: slotId === slot.id })),
      recoveryKeySince: recovery?.addedAt ?? null,
    })
  },

  rename: (db, { slotId, name }) => {
    if (findHolder(db, slotId)?.kind !== 'passphrase') return noHolder
    renameHolder(db, slotId, name)
    return accept(null)
  },

  add: async (desk, { current, name, role, passphrase }, { now }) => {
    const proof = await desk.prove(current)
    if (!proof.ok) return proof
    const { keyFile, proved } = proof.value
    try {
      const made = await passphraseSlot({ keyFile, proved, cost: desk.cost }, passphrase, teamNameOf(desk), { role })
      if (!made.ok) return made
      const slot = made.value
      return accept({
        kind: 'inStore',
        value: { slotId: slot.id },
        subject: `slotId=${slot.id}`,
        rows: (db) => insertHolder(db, { slotId: slot.id, kind: 'passphrase', role, name, addedAt: now }),
        files: () => writeSlots(desk, keyFile, [...keyFile.slots, slot]),
      })
    } finally {
      proved.dataKey.fill(0)
    }
  },

  changeMyPassphrase: (desk, { current, passphrase }, { slot, now }) => replacePassphrase(desk, current, slot.id, passphrase, now),

  resetPassphrase: (desk, { current, slotId, passphrase }, { now }) => replacePassphrase(desk, current, slotId, passphrase, now),

  remove: async (desk, { current, slotId }, { slot, now }) => {
    if (slotId === slot.id) return refuse({ code: 'ownWayIn' })
    const proof = await desk.prove(current)
    if (!proof.ok) return proof
    const { keyFile, proved } = proof.value
    proved.dataKey.fill(0)
    const leaver = keyFile.slots.find(({ id, kind }) => id === slotId && kind === 'passphrase')
    if (!leaver) return noHolder
    const rest = keyFile.slots.filter(({ id }) => id !== slotId)
    if (!rest.some(({ kind, role }) => kind === 'passphrase' && role === 'coordinator')) return refuse({ code: 'lastCoordinator' })
    return accept({
      kind: 'inStore',
      value: null,
      rows: (db) => markHolderRemoved(db, slotId, now),
      files: () => writeSlots(desk, keyFile, rest),
    })
  },

  prepareRecoveryKey,
  prepareRenewal,
  prepareHandOver,
  confirm: confirmPrepared,
}

function writeSlots(desk: KeyDesk, keyFile: KeyFile, slots: readonly KeySlot[]): void {
  desk.writeKeyFile({ ...keyFile, slots: [...slots] })
  // What was prepared before was prepared for other slots.
  desk.prepare(null)
}

/** Puts a new passphrase in the place of another. Only that slot of the key file changes: its id, and so its holder, stay. */
async function replacePassphrase(desk: KeyDesk, current: string, slotId: string, passphrase: string, now: string) {
  const proof = await desk.prove(current)
  if (!proof.ok) return proof
  const { keyFile, proved } = proof.value
  try {
    const old = keyFile.slots.find(({ id, kind }) => id === slotId && kind === 'passphrase')
    if (!old) return noHolder
    const made = await passphraseSlot({ keyFile, proved, cost: desk.cost }, passphrase, teamNameOf(desk), { role: old.role, replaces: old })
    if (!made.ok) return made
    const slot = made.value
    return accept({
      kind: 'inStore' as const,
      value: null,
      rows: (db: Parameters<typeof markHolderChanged>[0]) => markHolderChanged(db, slotId, now),
      files: () =>
        writeSlots(
          desk,
          keyFile,
          keyFile.slots.map((each) => (each.id === slotId ? slot : each)),
        ),
    })
  } finally {
    proved.dataKey.fill(0)
  }
}
