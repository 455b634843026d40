import {
  actionsOfCase,
  casePage,
  closeCase,
  entriesOfCase,
  findCase,
  historyOfCase,
  insertEntry,
  keepEdit,
  listingsOfCase,
  pairHistory,
  pairHistoryBefore,
  type ReadDb,
  readSubject,
  referralsOfCase,
  reopenCase,
  updateCase,
} from '#db'
import { mayClose } from '#domain/closing.ts'
import { daysAheadOfChange } from '#domain/future-days.ts'
import type { CaseId } from '#domain/ids.ts'
import type { EditSubject } from '#domain/record/edit.ts'
import { isAcceptanceCarried, isClosingCarried } from '#domain/record/vote-result.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { judgeRepeat, type RepeatVerdict } from '#domain/repeat.ts'
import { repeatRuleOf } from '#domain/settings.ts'
import type { Handlers } from '../handler.ts'
import { printNote } from '../print-note.ts'
import { readSettings } from './settings.ts'

/** Whether the newest referral of a case is a repeat, and why. */
export function repeatOfCase(db: ReadDb, caseId: CaseId): RepeatVerdict {
  const newest = referralsOfCase(db, caseId)[0]
  if (!newest) return { kind: 'first' }
  const before = pairHistoryBefore(db, caseId, newest.id)
  return before ? judgeRepeat(before.history, before.referral, repeatRuleOf(readSettings(db))) : { kind: 'first' }
}

/** Whether the team decides by vote and has not voted to accept a case (domain.md 2.1 and 3.2). */
export function lacksAcceptance(db: ReadDb, caseId: CaseId): boolean {
  return readSettings(db)?.decidesByVote === true && !isAcceptanceCarried(entriesOfCase(db, caseId))
}

export const caseHandlers: Handlers<'cases'> = {
  list: (db, filter, { today }) => accept(casePage(db, filter, today)),
  get: (db, { id }) => {
    const found = findCase(db, id)
    if (!found) return refuse({ code: 'notFound', what: 'case' })
    return accept({
      ...found,
      repeat: repeatOfCase(db, id),
      pairHistory: pairHistory(db, id),
      lacksAcceptance: lacksAcceptance(db, id),
      referrals: referralsOfCase(db, id),
      listings: listingsOfCase(db, id),
      actions: actionsOfCase(db, id),
    })
  },
  history: (db, { id }) => (findCase(db, id) ? accept(historyOfCase(db, id)) : refuse({ code: 'notFound', what: 'case' })),
  change: (db, change, { now, today, actor }) => {
    const fields = daysAheadOfChange(change, today)
    if (fields.length > 0) return refuse({ code: 'invalidInput', fields })
    const subject: EditSubject = { kind: 'case', id: change.id }
    const before = readSubject(db, subject)
    if (!before) return refuse({ code: 'notFound', what: 'case' })
    if (!updateCase(db, change)) return refuse({ code: 'changedMeanwhile', what: 'case' })
    keepEdit(db, { caseId: change.id, subject, before, at: now, by: actor })
    return accept(change.id)
  },
  close: (db, closing, { today }) => {
    const found = findCase(db, closing.id)
    if (!found) return refuse({ code: 'notFound', what: 'case' })
    if (found.version !== closing.version || found.state === 'closed') return refuse({ code: 'changedMeanwhile', what: 'case' })
    if (!mayClose(found.state)) return refuse({ code: 'caseStillAwaited' })
    if (closing.closedOn > today) return refuse({ code: 'invalidInput', fields: [{ path: 'closedOn', problem: 'futureDate' }] })
    const settings = readSettings(db)
    if (settings?.decidesByVote && !isClosingCarried(entriesOfCase(db, closing.id), referralsOfCase(db, closing.id)[0]?.receivedOn ?? null))
      return refuse({ code: 'voteNotCarried' })
    return closeCase(db, closing) ? accept(closing.id) : refuse({ code: 'changedMeanwhile', what: 'case' })
  },
  reopen: (db, { id }) => {
    const found = findCase(db, id)
    if (!found) return refuse({ code: 'notFound', what: 'case' })
    if (found.state !== 'closed') return refuse({ code: 'changedMeanwhile', what: 'case' })
    reopenCase(db, id)
    return accept(id)
  },
  print: (db, { id, reason }, { now, today, actor }) => {
    if (!findCase(db, id)) return refuse({ code: 'notFound', what: 'case' })
    const text = printNote(reason, readSettings(db)?.locale ?? 'en-US')
    const content = { kind: 'note', on: today, text } as const
    const provenance = { saidBy: null, saidOn: null, basis: 'fact', isPrivileged: false } as const
    // No edit of the journal: that it was printed cannot be undone.
    return accept(insertEntry(db, { caseId: id, content, provenance }, { at: now, by: actor }))
  },
}
