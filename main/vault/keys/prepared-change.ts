import type { KeyFile, KeySlot } from './key-file.ts'

/** A new recovery key as it was shown. */
export type ShownKey = { readonly recoveryGroups: readonly string[]; readonly askedGroups: readonly number[] }

/** A change of the keys that is ready in memory and waits until the new recovery key has been typed back. Nothing of it is on the disk. */
export type PreparedChange = ShownKey &
  (
    | { readonly kind: 'recoveryKey'; readonly recovery: KeySlot }
    | {
        readonly kind: 'handOver'
        readonly recovery: KeySlot
        readonly coordinator: KeySlot
        readonly name: string
        readonly leaverSlotId: string
      }
    | {
        readonly kind: 'renewal'
        readonly keyFile: KeyFile
        readonly oldDataKey: Buffer
        readonly newDataKey: Buffer
        readonly wipe: () => void
      }
  )
