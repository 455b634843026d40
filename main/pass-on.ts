import type { Result } from '#domain/refusal.ts'
import type { PassedOn } from '../preload/seal/sealed-calls.ts'
import type { Lock } from './lock.ts'
import type { VaultProcess } from './vault-process.ts'
import type { Outcome, VaultReply } from './vault/protocol.ts'

type Options = { readonly vault: VaultProcess; readonly lock: Lock }
type Passed = { readonly name: string; readonly sealed: Uint8Array; readonly place?: string }

/** What the page is answered. Main cannot read a sealed one. */
export type Answered = PassedOn

/** Passes a sealed request to the vault, and does what follows of it for the lock. */
export async function passOn(options: Options, request: Passed): Promise<Answered> {
  return answered(await askSealed(options, request))
}

/** The same, with what else the vault says of its answer. */
export async function askSealed({ vault, lock }: Options, request: Passed): Promise<VaultReply> {
  const reply = await vault.ask({ kind: 'sealed', ...request })
  if (reply.kind === 'sealed') follow(lock, reply.outcome)
  return reply
}

export function answered(reply: VaultReply): Answered {
  switch (reply.kind) {
    case 'clear':
      return reply.reply satisfies Result<unknown>
    case 'sealed':
      return reply.sealed
    case 'unknownSeal':
      return null
  }
}

function follow(lock: Lock, { now, lockAfterMinutes }: Outcome): void {
  if (lockAfterMinutes !== undefined) lock.setLimit(lockAfterMinutes)
  if (now === 'opened') lock.unlocked()
  // The records that were open are not those on the disk any more; and whoever has given up her way in may not go on with what it opened.
  else if (now !== undefined) lock.lock(now)
}
