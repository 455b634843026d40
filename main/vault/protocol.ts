import type { BrokenStore } from '#contract'
import type { Result } from '#domain/refusal.ts'

/**
 * What main asks of the vault process. Every request is answered by exactly one `VaultAnswer` with the same `id`. What persons type and read crosses
 * main under the seal between page and vault (docs/decisions/0018): a request in clear holds no text.
 */
export type VaultRequest =
  | { readonly kind: 'status' }
  /** A page that has just loaded: its public key. The answer is the vault's. */
  | { readonly kind: 'greet'; readonly pageKey: Uint8Array }
  /** One operation of the contract, `name` being `<noun>.<verb>`; `place` is what the person picked in a dialog of main's, where there is one. */
  | { readonly kind: 'sealed'; readonly name: string; readonly sealed: Uint8Array; readonly place?: string }
  /** Lists that could not be written after all. */
  | { readonly kind: 'discardLists'; readonly listIds: readonly number[] }
  /** The program ends: the vault makes the day's backup first, where there was none yet. */
  | { readonly kind: 'leave' }
  /** The vault closes its files and ends. Main kills it if it does not. */
  | { readonly kind: 'close' }

export type ToVault = { readonly id: number; readonly request: VaultRequest }

/** Bytes for main to write; the name carries no person and no case. */
export type OutputFile = { readonly name: string; readonly bytes: Uint8Array }

/** What an operation answers, inside the vault. */
export type OperationAnswer = { readonly reply: Result<unknown>; readonly files?: readonly OutputFile[] }

/** What main must know of an answer that it cannot read. */
export type Outcome = {
  readonly ok: boolean
  /** The records were opened, or were put back, or the session's own way in is gone. */
  readonly now?: 'opened' | 'restored' | 'keysChanged'
  /** The team's own limit for the idle lock, where it may have changed. */
  readonly lockAfterMinutes?: number
  /** The lists that an export has put into the record. */
  readonly listIds?: readonly number[]
}

export type VaultReply =
  | { readonly kind: 'clear'; readonly reply: Result<unknown> }
  | { readonly kind: 'sealed'; readonly sealed: Uint8Array; readonly outcome: Outcome; readonly files?: readonly OutputFile[] }
  /** This process has not agreed on the keys of that request: the page must greet it first. */
  | { readonly kind: 'unknownSeal' }

export type VaultAnswer = VaultReply & { readonly id: number }

/** The value of a `status` reply: what lies in the data folder. */
export type VaultStatus =
  | { readonly kind: 'empty'; readonly folder: 'writable' | 'readOnly' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'broken'; readonly problem: BrokenStore }
