import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How much is tried: the short form runs with every `npm test`. */
export type Scale = 'short' | 'full'

export type Outcome =
  | {
      readonly kind: 'ran'
      /** What was done, in words with numbers: `25 kills, 1,204 acknowledged writes`. */
      readonly done: string
      readonly tried: number
      /** Each thing that went wrong, with enough to see it again. */
      readonly failures: readonly string[]
      /** A fault put in on purpose, and whether the same check found it: a check that cannot fail proves nothing. */
      readonly control: { readonly planted: string; readonly isFound: boolean }
    }
  /** Could not be tried here; that is not a pass. */
  | { readonly kind: 'skipped'; readonly why: string }

export type Torture = { readonly name: string; readonly run: (scale: Scale) => Promise<Outcome> }

/** Runs some work on a folder of its own, and takes the folder away. */
export async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-torture-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export function isPassed(outcome: Outcome): boolean {
  return outcome.kind === 'ran' && outcome.failures.length === 0 && outcome.control.isFound && outcome.tried > 0
}

/** At most ten failures, and how many more there are. */
export function someOf(failures: readonly string[]): string {
  return [...failures.slice(0, 10), ...(failures.length > 10 ? [`and ${failures.length - 10} more`] : [])].join('\n')
}
