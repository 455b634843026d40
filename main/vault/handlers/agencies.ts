import { agencyExists, countOpenActionsOfAgency, findAgencyByName, insertAgency, listAgencies, setAgencyArchived, updateAgency } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'

export const agencyHandlers: Handlers<'agencies'> = {
  list: (db, { includeArchived }) => accept(listAgencies(db, includeArchived)),
  add: (db, draft) => {
    const same = findAgencyByName(db, draft.name)
    if (same) return refuse({ code: 'alreadyThere', what: 'agency', name: same.name })
    return accept(insertAgency(db, draft))
  },
  change: (db, { id, draft }) => {
    if (!agencyExists(db, id)) return refuse({ code: 'notFound', what: 'agency' })
    const same = findAgencyByName(db, draft.name)
    if (same && same.id !== id) return refuse({ code: 'alreadyThere', what: 'agency', name: same.name })
    updateAgency(db, id, draft)
    return accept(id)
  },
  archive: (db, { id, isArchived }) => {
    if (!agencyExists(db, id)) return refuse({ code: 'notFound', what: 'agency' })
    const open = isArchived ? countOpenActionsOfAgency(db, id) : 0
    if (open > 0) return refuse({ code: 'inUse', what: 'agency', by: 'action', count: open })
    setAgencyArchived(db, id, isArchived)
    return accept(null)
  },
}
