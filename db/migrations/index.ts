import { firstSchema } from './0001-first-schema.ts'
import { backups } from './0002-backups.ts'
import { keyHolders } from './0003-key-holders.ts'
import { logAndRetention } from './0004-log-and-retention.ts'
import { caseRecord } from './0005-case-record.ts'
import { peopleAndTies } from './0006-people-and-ties.ts'
import { actionSafety } from './0007-action-safety.ts'
import { riskWording } from './0008-risk-wording.ts'
import { earlyReview } from './0009-early-review.ts'
import { restrictedCases } from './0010-restricted-cases.ts'
import { linkedCases } from './0011-linked-cases.ts'
import { search } from './0012-search.ts'
import { importsOfTheRecord } from './0013-imports-of-the-record.ts'
import { conflicts } from './0014-conflicts.ts'
import { saidRepeats } from './0015-said-repeats.ts'

/** In order; a file is frozen once released, and a later one amends it. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  firstSchema,
  backups,
  keyHolders,
  logAndRetention,
  caseRecord,
  peopleAndTies,
  actionSafety,
  riskWording,
  earlyReview,
  restrictedCases,
  linkedCases,
  search,
  importsOfTheRecord,
  conflicts,
  saidRepeats,
]
