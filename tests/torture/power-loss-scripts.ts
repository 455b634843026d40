/** What the child of the power-loss torture works through; see power-loss-child.ts. */
export type Script = 'writes' | 'keys' | 'create' | 'renewal' | 'restore'

/** What it says when something has been acknowledged or, for a passphrase, is about to be asked for. */
export type Said =
  | { readonly kind: 'action'; readonly id: number; readonly version: number; readonly status: string }
  | { readonly kind: 'draft'; readonly key: string; readonly content: string }
  | { readonly kind: 'asked' | 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'created' | 'renewed' | 'restored' }
