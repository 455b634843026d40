import type { BrokenStore, InputOf, Operations } from '#contract'
import type { Result } from '#domain/refusal.ts'

/** What main asks of the vault process. Every request is answered by exactly one `VaultAnswer` with the same `id`. */
export type VaultRequest =
  | { readonly kind: 'status' }
  | { readonly kind: 'prepare'; readonly passphrase: string }
  | { readonly kind: 'recoveryKeyFile' }
  | { readonly kind: 'create'; readonly typedGroups: readonly { readonly index: number; readonly text: string }[] }
  | { readonly kind: 'unlock'; readonly passphrase: string }
  | { readonly kind: 'unlockWithRecoveryKey'; readonly recoveryKey: string }
  /** One operation of the contract, `name` being `<noun>.<verb>`; `place` is the folder that the person picked, for those of that kind. */
  | { readonly kind: 'operation'; readonly name: string; readonly input: unknown; readonly place?: string }
  /** A step of restoring, locked or not. Paths come from a dialog of main's. */
  | { readonly kind: 'restore'; readonly step: RestoreStep }
  /** The program ends: the vault makes the day's backup first, where there was none yet. */
  | { readonly kind: 'leave' }
  /** The vault closes its files and ends. Main kills it if it does not. */
  | { readonly kind: 'close' }

type Secret = InputOf<Operations['restore']['rehearse']>['secret']

export type RestoreStep =
  | { readonly do: 'found' }
  | { readonly do: 'choose'; readonly place: { readonly path: string } | { readonly name: string } }
  | { readonly do: 'rehearse'; readonly secret: Secret }
  | { readonly do: 'salvage'; readonly secret: Secret }
  | { readonly do: 'commit' }
  | { readonly do: 'giveUp' }

export type ToVault = { readonly id: number; readonly request: VaultRequest }

/** Bytes for main to write; the name carries no person and no case. */
export type OutputFile = { readonly name: string; readonly bytes: Uint8Array }

export type VaultAnswer = { readonly id: number; readonly reply: Result<unknown>; readonly files?: readonly OutputFile[] }

/** The value of a `status` reply: what lies in the data folder. */
export type VaultStatus =
  | { readonly kind: 'empty'; readonly folder: 'writable' | 'readOnly' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'broken'; readonly problem: BrokenStore }
