import {
  agencyExists,
  dropRestriction,
  findCase,
  findRestriction,
  keepRestriction,
  listHolders,
  listRestrictedCases,
  type ReadDb,
} from '#db'
import type { CaseId } from '#domain/ids.ts'
import { accept, refuse } from '#domain/refusal.ts'
import { leavesSomebody, type RestrictionDraft } from '#domain/restriction.ts'
import type { Handlers } from '../handler.ts'

const withPassphrase = (db: ReadDb) => listHolders(db).filter(({ kind }) => kind === 'passphrase')

function isKnown(db: ReadDb, { agencyIds, slotIds }: RestrictionDraft): boolean {
  const slots = new Set(withPassphrase(db).map(({ slotId }) => slotId))
  return agencyIds.every((id) => agencyExists(db, id)) && slotIds.every((id) => slots.has(id))
}

const notThere = (db: ReadDb, caseId: CaseId) => findCase(db, caseId) === undefined

export const restrictionHandlers: Handlers<'restrictions'> = {
  list: (db) => accept(listRestrictedCases(db)),
  of: (db, { caseId }, { slot }) => {
    const found = findCase(db, caseId)
    if (!found) return refuse({ code: 'notFound', what: 'case' })
    const holders = withPassphrase(db).map(({ slotId, name, role }) => ({ slotId, name, role, isMe: slotId === slot.id }))
    return accept({ reference: found.reference, restriction: findRestriction(db, caseId) ?? null, holders })
  },
  set: (db, draft, { now, actor }) => {
    if (notThere(db, draft.caseId)) return refuse({ code: 'notFound', what: 'case' })
    const unique = { ...draft, agencyIds: [...new Set(draft.agencyIds)], slotIds: [...new Set(draft.slotIds)] }
    if (!isKnown(db, unique)) return refuse({ code: 'changedMeanwhile', what: 'holder' })
    if (!leavesSomebody(unique.slotIds, withPassphrase(db))) return refuse({ code: 'nobodyLeftToSee' })
    keepRestriction(db, unique, now, actor)
    return accept(null)
  },
  lift: (db, { caseId }) => {
    if (notThere(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    return dropRestriction(db, caseId) ? accept(null) : refuse({ code: 'changedMeanwhile', what: 'case' })
  },
}
