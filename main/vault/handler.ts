import type { AnyOperation, Operations, OutputOf, ParsedOf } from '#contract'
import type { ReadDb, WriteDb } from '#db'
import type { Result } from '#domain/refusal.ts'
import type { Context } from './context.ts'
import type { KeyDesk } from './keys/desk.ts'
import type { OutputFile } from './protocol.ts'

type QueryHandler<Input, Output> = (db: ReadDb, input: Input, context: Context) => Result<Output>

/** Load, decide, save: runs inside one transaction, which a refusal rolls back. */
type CommandHandler<Input, Output> = (db: WriteDb, input: Input, context: Context) => Result<Output>

/** A command with a slow part (reading or writing a document) before its transaction. */
export type Staged<Input, Output> = {
  readonly stage: (db: ReadDb, input: Input, context: Context) => Promise<Result<(db: WriteDb) => Result<Output>>>
}

export type ExportAnswer<Output> = { readonly value: Output; readonly files: readonly OutputFile[] }

/** Joins the two halves of a staged command; what `prepare` makes is what `apply` gets. */
export function staged<Input, Prepared, Output>(
  prepare: (db: ReadDb, input: Input, context: Context) => Promise<Result<Prepared>>,
  apply: (db: WriteDb, prepared: Prepared, context: Context) => Result<Output>,
): Staged<Input, Output> {
  return {
    stage: async (db, input, context) => {
      const prepared = await prepare(db, input, context)
      return prepared.ok ? { ok: true, value: (writeDb) => apply(writeDb, prepared.value, context) } : prepared
    },
  }
}

/**
 * A change of who has a way in. `inStore`: its rows and its log entry are one transaction, in which the key file is written last, so that a crash
 * leaves the old state or the new one, and at worst a log that is completed at the next unlock. `logged`: it has written its own entry.
 */
export type KeyChange<Output> =
  | {
      readonly kind: 'inStore'
      readonly value: Output
      /** Slot ids for the log, beside those of the input. */
      readonly subject?: string
      readonly rows?: (db: WriteDb) => void
      readonly files?: () => void
    }
  | { readonly kind: 'logged'; readonly value: Output }

/** Runs with the key file at hand: slow work first, the change itself in what it gives. */
type AccessHandler<Input, Output> = (desk: KeyDesk, input: Input, context: Context) => Promise<Result<KeyChange<Output>>>

type HandlerOf<Op extends AnyOperation> = Op['kind'] extends 'query'
  ? QueryHandler<ParsedOf<Op>, OutputOf<Op>>
  : Op['kind'] extends 'command'
    ? CommandHandler<ParsedOf<Op>, OutputOf<Op>> | Staged<ParsedOf<Op>, OutputOf<Op>>
    : Op['kind'] extends 'export'
      ? Staged<ParsedOf<Op>, ExportAnswer<OutputOf<Op>>>
      : Op['kind'] extends 'access'
        ? AccessHandler<ParsedOf<Op>, OutputOf<Op>>
        : Op['kind'] extends 'place'
          ? Staged<ParsedOf<Op>, OutputOf<Op>>
          : never

/** The handlers of one noun: a missing or invented one is a compile error. */
export type Handlers<Noun extends keyof Operations> = {
  readonly [Verb in keyof Operations[Noun]]: Operations[Noun][Verb] extends AnyOperation ? HandlerOf<Operations[Noun][Verb]> : never
}
