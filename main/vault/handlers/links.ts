import { deleteLink, findCase, findCaseAsSaid, insertLink, linksOfCase, linksToSuggest, otherOfLink } from '#db'
import { accept, refuse } from '#domain/refusal.ts'
import type { Handlers } from '../handler.ts'
import { refuseHeld } from '../retention/refuse-held.ts'

export const linkHandlers: Handlers<'links'> = {
  of: (db, { caseId }) =>
    findCase(db, caseId)
      ? accept({ links: linksOfCase(db, caseId), suggestions: linksToSuggest(db, caseId) })
      : refuse({ code: 'notFound', what: 'case' }),
  add: (db, { caseId, otherReference, kind, reason }, { now, actor }) => {
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    const otherId = findCaseAsSaid(db, otherReference)?.id
    if (otherId === undefined || otherId === caseId)
      return refuse({ code: 'invalidInput', fields: [{ path: 'otherReference', problem: 'noSuchCase' }] })
    const linkId = insertLink(db, { caseId, otherId, kind, reason }, { at: now, by: actor })
    return linkId === null ? refuse({ code: 'alreadyThere', what: 'link', name: otherReference }) : accept({ linkId, otherId })
  },
  remove: (db, { caseId, linkId }) => {
    const other = otherOfLink(db, caseId, linkId)
    if (other === undefined) return refuse({ code: 'notFound', what: 'link' })
    const { otherId } = other
    const held = refuseHeld(db, [caseId, otherId])
    if (held) return held
    deleteLink(db, linkId)
    return accept({ otherId })
  },
}
