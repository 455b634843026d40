import { z } from 'zod'
import { IsoDate, type IsoInstant } from '../dates.ts'
import { pageWindow } from '../page.ts'
import { words } from '../text.ts'
import { OperationGroup } from './operation-group.ts'

/** What an entry is about: ids, counts and words of closed lists by name, such as `caseId` 7 or `status` complete. Never what anybody wrote. */
export type AuditFacts = Readonly<Record<string, string | number>>

/** The text of facts as the log keeps it: `caseId=7 status=complete`. Throws where a fact is no id, number or single word: content has no place here. */
export function subjectText(facts: AuditFacts): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      if (!/^[a-zA-Z]+$/.test(name) || !/^[\w.-]{1,40}$/.test(String(value))) throw new Error(`${name} is no fact for the log`)
      return `${name}=${String(value)}`
    })
    .join(' ')
}

/** The facts of a subject's text; what is not `name=value` is passed over. */
export function readSubject(subject: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const part of subject.split(' ')) {
    const at = part.indexOf('=')
    if (at > 0) found[part.slice(0, at)] = part.slice(at + 1)
  }
  return found
}

const filterShape = {
  group: OperationGroup.nullable().default(null),
  /** Exactly as named in the log; empty for everybody. */
  actor: z.string().max(200).default(''),
  outcome: z.enum(['all', 'done', 'refused']).default('all'),
  /** A reference, or the number at its end; empty for all cases. */
  caseReference: words(40).default(''),
  from: IsoDate.nullable().default(null),
  to: IsoDate.nullable().default(null),
}

export const AuditFilter = z.strictObject(filterShape)
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditQuery = z.strictObject({ ...filterShape, ...pageWindow })
export type AuditQuery = z.infer<typeof AuditQuery>

/** What the ids of an entry are called today; null for what it does not name, and for what is no longer there. */
export type AuditNames = {
  readonly case: string | null
  readonly action: string | null
  readonly agency: string | null
  /** The day of the meeting. */
  readonly meeting: IsoDate | null
  /** Whoever holds the slot of the key file that was changed. */
  readonly holder: string | null
}

/** One entry of the log with its ids looked up. */
export type AuditRow = {
  readonly seq: number
  readonly at: IsoInstant
  readonly actor: string
  readonly operation: string
  /** `done`, or the code of the refusal. */
  readonly outcome: string
  readonly facts: Readonly<Record<string, string>>
  readonly names: AuditNames
}

/** How the chain of the log stands. `broken` says at which entry what is wrong begins. */
export type AuditStanding =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking'; readonly checked: number; readonly total: number }
  | { readonly kind: 'sound'; readonly entries: number; readonly checkedAt: IsoInstant; readonly isWhole: boolean }
  | { readonly kind: 'broken'; readonly seq: number; readonly at: IsoInstant | null; readonly problem: ChainProblem }

/** `altered`: an entry does not follow from the one before it. `missing`: one is not there. `cutOff`: the end is not there. `start`: the beginning was taken away without leave. */
export type ChainProblem = 'altered' | 'missing' | 'cutOff' | 'start'

/** Only the newest so many of the entries that fit a filter are shown and counted. */
export const auditShownLimit = 100_000
