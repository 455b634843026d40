import type { DestructionOrder } from '#domain/retention/destruction.ts'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'

export type DestroyStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'sweeping'; readonly destruction: number }
  | { readonly kind: 'done'; readonly destruction: number }

/** Deletes, then writes the file anew; a crash between the two leaves a sweep that is offered again. */
export function useDestroy() {
  const [step, setStep] = useState<DestroyStep>({ kind: 'idle' })
  const remove = useApiCommand('retention.destroy', { isQuiet: true })
  const sweep = useApiCommand('retention.sweep')

  async function destroy(order: DestructionOrder): Promise<void> {
    setStep({ kind: 'deleting' })
    try {
      const { destruction } = await remove.mutateAsync(order)
      setStep({ kind: 'sweeping', destruction })
      await sweep.mutateAsync(undefined)
      setStep({ kind: 'done', destruction })
    } catch {
      // The refusal is shown from the command itself.
      setStep({ kind: 'idle' })
    }
  }

  return { step, error: remove.error ?? sweep.error, destroy }
}
