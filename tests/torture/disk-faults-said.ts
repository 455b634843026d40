/** What the child of the disk-fault torture says; see disk-faults-child.ts. */
export type FaultSaid =
  | { readonly kind: 'begun' | 'unchanged' | 'end' }
  | { readonly kind: 'draft'; readonly key: string; readonly content: string }
  | { readonly kind: 'action'; readonly id: number; readonly version: number; readonly status: string }
  | { readonly kind: 'asked' | 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'backup'; readonly fileName: string }
  | { readonly kind: 'refused'; readonly what: string; readonly attempt: number; readonly code: string; readonly detail: string }

/** What the passphrase is changed to on the way. */
export const nextPassphrase = 'eleven copper kettles sing at dusk'
