import type { Result } from '#domain/refusal.ts'
import type { z } from 'zod'

/**
 * What an operation does, and who does it.
 * - `query` and `command` run in the vault process, on a `ReadDb` and a `WriteDb`.
 * - `export` runs in the vault too; it answers a value and files, which main writes to the folder that the person picks.
 * - `access` runs in the vault too, with the key file at hand: who has a way in, and the keys themselves.
 * - `place` runs in the vault too, in a folder that the person picks in a dialog of main's: no path ever comes from the page.
 * - `door` runs in the vault too, whether it is open or not: making it, opening it, putting a backup in its place. Main follows what comes of it.
 * - `shell` is answered by main: it concerns the window, the lock and the clipboard. No text that a person typed or reads is in it, but what she copies.
 */
export type OperationKind = 'query' | 'command' | 'export' | 'access' | 'place' | 'door' | 'shell'

export interface Operation<Kind extends OperationKind, Input extends z.ZodType, Output> {
  readonly kind: Kind
  readonly input: Input
  /** Exists for the compiler only: the type of the answer. */
  readonly output?: Output
}

function operation<Kind extends OperationKind>(kind: Kind) {
  return <Input extends z.ZodType>(input: Input) => ({
    returns: <Output>(): Operation<Kind, Input, Output> => ({ kind, input }),
  })
}

export const query = operation('query')
export const command = operation('command')
export const exporting = operation('export')
export const access = operation('access')
export const placing = operation('place')
export const door = operation('door')
export const shell = operation('shell')

export type AnyOperation = Operation<OperationKind, z.ZodType, unknown>

/** What a caller hands over. */
export type InputOf<Op extends AnyOperation> = z.input<Op['input']>
/** What a handler receives: parsed, defaults filled in, branded. */
export type ParsedOf<Op extends AnyOperation> = z.output<Op['input']>
export type OutputOf<Op extends AnyOperation> = Op extends Operation<OperationKind, z.ZodType, infer Output> ? Output : never

type Arguments<Input> = [Input] extends [undefined] ? [] : [input: Input]

/** The functions that the renderer sees, derived from a table of operations by noun and verb. */
export type ApiOf<Table extends Record<string, Record<string, AnyOperation>>> = {
  readonly [Noun in keyof Table]: {
    readonly [Verb in keyof Table[Noun]]: (...args: Arguments<InputOf<Table[Noun][Verb]>>) => Promise<Result<OutputOf<Table[Noun][Verb]>>>
  }
}
