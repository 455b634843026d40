import type { BrokenStore } from '#contract'
import type { Result } from '#domain/refusal.ts'

/** What main asks of the vault process. Every request is answered by exactly one `VaultAnswer` with the same `id`. */
export type VaultRequest =
  | { readonly kind: 'status' }
  | { readonly kind: 'prepare'; readonly passphrase: string }
  | { readonly kind: 'recoveryKeyFile' }
  | { readonly kind: 'create'; readonly typedGroups: readonly { readonly index: number; readonly text: string }[] }
  | { readonly kind: 'unlock'; readonly passphrase: string }
  | { readonly kind: 'unlockWithRecoveryKey'; readonly recoveryKey: string }
  /** One operation of the contract, `name` being `<noun>.<verb>`. */
  | { readonly kind: 'operation'; readonly name: string; readonly input: unknown }
  /** The vault closes its files and ends. Main kills it if it does not. */
  | { readonly kind: 'close' }

export type ToVault = { readonly id: number; readonly request: VaultRequest }

/** Bytes for main to write; the name carries no person and no case. */
export type OutputFile = { readonly name: string; readonly bytes: Uint8Array }

export type VaultAnswer = { readonly id: number; readonly reply: Result<unknown>; readonly files?: readonly OutputFile[] }

/** The value of a `status` reply: what lies in the data folder. */
export type VaultStatus =
  | { readonly kind: 'empty'; readonly folder: 'writable' | 'readOnly' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'broken'; readonly problem: BrokenStore }
