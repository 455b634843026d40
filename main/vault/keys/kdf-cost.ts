import type { KdfParameters } from './key-file.ts'

/** What a derivation costs. With `targetMs` it is raised where a machine is faster than that; without, it is taken as it is. */
export type KdfCost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number; readonly targetMs?: number }

/** Costs about a second on a small laptop (security requirement 2). */
export const defaultCost: KdfCost = { memoryKib: 256 * 1024, passes: 3, lanes: 1, targetMs: 1000 }

/** The reader's bound: more passes are refused as an attempt to keep somebody waiting. */
const MAX_PASSES = 10

/** A machine that needs more than this part of the target is left alone: the clock of a busy machine is no measure. */
const IS_FAST = 0.6

/**
 * The cost of a slot that is made now. `known` is what a derivation with `parameters` took on this machine, in milliseconds. Never less than
 * `cost` nor than the slot it replaces, and raised by passes where the machine is fast (security requirements 2 and 6).
 */
export function costOfNewSlot(cost: KdfCost, known: { readonly parameters: KdfParameters; readonly tookMs: number }): KdfCost {
  const { memoryKib, passes, lanes } = known.parameters
  const base = {
    memoryKib: Math.max(cost.memoryKib, memoryKib),
    passes: Math.max(cost.passes, passes),
    lanes: Math.max(cost.lanes, lanes),
  }
  if (cost.targetMs === undefined) return base
  const msForOnePass = (known.tookMs / (memoryKib * passes)) * base.memoryKib
  if (msForOnePass * base.passes > cost.targetMs * IS_FAST) return base
  return { ...base, passes: Math.min(MAX_PASSES, Math.max(base.passes, Math.floor(cost.targetMs / msForOnePass))) }
}
