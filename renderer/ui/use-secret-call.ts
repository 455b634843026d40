import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiInput, type ApiOutput, call, type OperationName } from '../api.ts'
import { RefusalError } from '../refusal-error.ts'

type SecretCall<Name extends OperationName> = {
  /** Gives the answer, or undefined where it was refused; `error` then says why. */
  readonly run: (input: ApiInput<Name>) => Promise<ApiOutput<Name> | undefined>
  readonly isPending: boolean
  readonly error: RefusalError | null
  /** When it was refused, in milliseconds since 1970. */
  readonly refusedAt: number
}

/** Sends an operation whose input is a secret. The query layer would keep the input for its own records; here nothing of it stays. */
export function useSecretCall<Name extends OperationName>(name: Name): SecretCall<Name> {
  const client = useQueryClient()
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<RefusalError | null>(null)
  const [refusedAt, setRefusedAt] = useState(0)

  async function run(input: ApiInput<Name>): Promise<ApiOutput<Name> | undefined> {
    setPending(true)
    setError(null)
    try {
      const output = await call(name, input)
      await client.invalidateQueries()
      return output
    } catch (caught) {
      setRefusedAt(Date.now())
      setError(caught instanceof RefusalError ? caught : new RefusalError({ code: 'unexpected', incident: '' }))
      return undefined
    } finally {
      setPending(false)
    }
  }

  return { run, isPending, error, refusedAt }
}
