import type { AnyOperation, Operations, OutputOf, ParsedOf } from '#contract'
import type { ReadDb, WriteDb } from '#db'
import type { Result } from '#domain/refusal.ts'
import type { Context } from './context.ts'
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

type HandlerOf<Op extends AnyOperation> = Op['kind'] extends 'query'
  ? QueryHandler<ParsedOf<Op>, OutputOf<Op>>
  : Op['kind'] extends 'command'
    ? CommandHandler<ParsedOf<Op>, OutputOf<Op>> | Staged<ParsedOf<Op>, OutputOf<Op>>
    : Op['kind'] extends 'export'
      ? Staged<ParsedOf<Op>, ExportAnswer<OutputOf<Op>>>
      : never

/** The handlers of one noun: a missing or invented one is a compile error. */
export type Handlers<Noun extends keyof Operations> = {
  readonly [Verb in keyof Operations[Noun]]: Operations[Noun][Verb] extends AnyOperation ? HandlerOf<Operations[Noun][Verb]> : never
}
