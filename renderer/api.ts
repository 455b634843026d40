import type { Api, InputOf, Operations, OutputOf } from '#contract'
import type { Result } from '#domain/refusal.ts'
import { keepPreviousData, useMutation, type UseMutationResult, useQuery, type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { RefusalError } from './refusal-error.ts'

declare global {
  interface Window {
    readonly caseboard: Api
  }
}

/** Every operation by its name, `<noun>.<verb>`. */
export type OperationName = { [Noun in keyof Operations]: `${Noun}.${keyof Operations[Noun] & string}` }[keyof Operations]

type OperationOf<Name extends OperationName> = Name extends `${infer Noun extends keyof Operations}.${infer Verb}`
  ? Verb extends keyof Operations[Noun]
    ? Operations[Noun][Verb]
    : never
  : never

export type ApiInput<Name extends OperationName> = InputOf<OperationOf<Name>>
export type ApiOutput<Name extends OperationName> = OutputOf<OperationOf<Name>>

type Verbs = Readonly<Record<string, Readonly<Record<string, (input?: unknown) => Promise<Result<unknown>>>>>>

/**
 * Asks one operation and gives its answer. Throws a `RefusalError` for a refusal; anything that the bridge itself throws becomes the
 * refusal `unexpected`, without its text.
 */
export async function call<Name extends OperationName>(name: Name, input?: ApiInput<Name>): Promise<ApiOutput<Name>> {
  const [noun = '', verb = ''] = name.split('.')
  const result = await ask(noun, verb, input)
  if (!result.ok) throw new RefusalError(result.refusal)
  // The contract pairs this name with this output; by-name access loses the pairing for the compiler.
  return result.value as ApiOutput<Name>
}

async function ask(noun: string, verb: string, input: unknown): Promise<Result<unknown>> {
  const ask = (window.caseboard as unknown as Verbs)[noun]?.[verb]
  if (!ask) throw new Error(`no operation ${noun}.${verb}`)
  try {
    return await (input === undefined ? ask() : ask(input))
  } catch {
    return { ok: false, refusal: { code: 'unexpected', incident: '' } }
  }
}

export type QueryOptions = {
  readonly enabled?: boolean
  /** Shows the answer to the former input until the new one is there. */
  readonly keepsPrevious?: boolean
  readonly refetchEveryMs?: number
}

type QueryArguments<Name extends OperationName> = [ApiInput<Name>] extends [undefined]
  ? [input?: undefined, options?: QueryOptions]
  : [input: ApiInput<Name>, options?: QueryOptions]

/** The key under which an answer is cached. */
export function apiKey<Name extends OperationName>(name: Name, input?: ApiInput<Name>): readonly [Name, ApiInput<Name> | null] {
  return [name, input ?? null]
}

/** Asks a query and keeps its answer until a command succeeds. `error` is a `RefusalError`. */
export function useApiQuery<Name extends OperationName>(
  name: Name,
  ...[input, options]: QueryArguments<Name>
): UseQueryResult<ApiOutput<Name>, RefusalError> {
  return useQuery<ApiOutput<Name>, RefusalError>({
    queryKey: apiKey(name, input),
    queryFn: () => call(name, input),
    enabled: options?.enabled ?? true,
    refetchInterval: options?.refetchEveryMs ?? false,
    ...(options?.keepsPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

export type CommandOptions<Name extends OperationName> = {
  readonly onDone?: (output: ApiOutput<Name>, input: ApiInput<Name>) => void
  /** For what is sent every few seconds and changes no other screen: leaves every cached answer as it is. */
  readonly isQuiet?: boolean
}

/** Sends a command; when it succeeds every query is asked anew, so that no screen shows what was. `error` is a `RefusalError`. */
export function useApiCommand<Name extends OperationName>(
  name: Name,
  options: CommandOptions<Name> = {},
): UseMutationResult<ApiOutput<Name>, RefusalError, ApiInput<Name>> {
  const client = useQueryClient()
  return useMutation<ApiOutput<Name>, RefusalError, ApiInput<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: async (output, input) => {
      if (options.isQuiet !== true) await client.invalidateQueries()
      options.onDone?.(output, input)
    },
  })
}
