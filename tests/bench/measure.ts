/** Something to time; it may prepare a round of its own, which is not timed. */
export type Candidate = { readonly run: (round: number) => unknown; readonly before?: (round: number) => unknown }

/** The median of some times. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) throw new Error('nothing was measured')
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** Milliseconds of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - start
}

/**
 * The median milliseconds of each candidate over so many rounds. The candidates take turns within every round, each round starting with another
 * one, so that a slower minute of the machine is everybody's.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  warmUp: number,
  candidates: Readonly<Record<Name, Candidate>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(candidates) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length]
      if (name === undefined) continue
      const { run, before } = candidates[name]
      await before?.(round)
      const time = await timed(() => run(round))
      if (round >= warmUp) times[name].push(time)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}
