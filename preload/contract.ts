import { appOperations } from './operations/app.ts'
import { vaultOperations } from './operations/vault.ts'
import type { AnyOperation, ApiOf, OperationKind } from './operation.ts'

/** Every operation of Caseboard, stated once: `operations.<noun>.<verb>`. Preload, main, the vault and the renderer all derive from it. */
export const operations = {
  app: appOperations,
  vault: vaultOperations,
} satisfies Record<string, Record<string, AnyOperation>>

export type Operations = typeof operations
export type Api = ApiOf<Operations>

/** One operation as a flat list entry; `name` is `<noun>.<verb>`. */
export type NamedOperation = { readonly name: string; readonly kind: OperationKind; readonly operation: AnyOperation }

export const operationList: readonly NamedOperation[] = Object.entries(operations).flatMap(([noun, verbs]) =>
  Object.entries<AnyOperation>(verbs).map(([verb, operation]) => ({ name: `${noun}.${verb}`, kind: operation.kind, operation })),
)

export type { AppState, BrokenStore, FolderState } from './operations/app.ts'
export type { AnyOperation, InputOf, OperationKind, OutputOf, ParsedOf } from './operation.ts'
