import { type CaseLink, type LinkKind, suggestLinks, type LinkSuggestion } from '#domain/case-link.ts'
import type { IsoInstant } from '#domain/dates.ts'
import type { CaseId, LinkId } from '#domain/ids.ts'
import type { TieRole } from '#domain/people/tie.ts'
import type { ReadDb, WriteDb } from './handles.ts'

const bothWays = `(SELECT id, one_case_id AS here_id, other_case_id AS there_id, kind, reason, linked_at, linked_by FROM case_links
  UNION ALL SELECT id, other_case_id, one_case_id, kind, reason, linked_at, linked_by FROM case_links)`

/** The links of a case, by the other's reference. A case that is not there for who asks has no link either. */
export function linksOfCase(db: ReadDb, caseId: CaseId): readonly CaseLink[] {
  return db.all(
    `SELECT k.id, c.id AS otherId, c.reference AS otherReference, k.kind, k.reason, k.linked_at AS linkedAt, k.linked_by AS linkedBy
     FROM ${bothWays} k JOIN cases c ON c.id = k.there_id WHERE k.here_id = :caseId ORDER BY c.reference`,
    { caseId },
  )
}

const everybody = `(SELECT id AS case_id, victim_id AS person_id, 'victim' AS role FROM cases
  UNION ALL SELECT id, perpetrator_id, 'perpetrator' FROM cases
  UNION ALL SELECT case_id, person_id, role FROM case_ties)`

type Role = 'victim' | 'perpetrator' | TieRole

/** Cases that share somebody with this one and are not linked to it. */
export function linksToSuggest(db: ReadDb, caseId: CaseId): readonly LinkSuggestion[] {
  const shared = db.all<{ otherId: CaseId; otherReference: string; here: Role; there: Role }>(
    `SELECT c.id AS otherId, c.reference AS otherReference, h.role AS here, t.role AS there
     FROM ${everybody} h JOIN ${everybody} t ON t.person_id = h.person_id AND t.case_id <> h.case_id
     JOIN cases c ON c.id = t.case_id
     WHERE h.case_id = :caseId
       AND NOT EXISTS (SELECT 1 FROM case_links k WHERE (k.one_case_id = :caseId AND k.other_case_id = c.id) OR (k.one_case_id = c.id AND k.other_case_id = :caseId))
     ORDER BY c.reference`,
    { caseId },
  )
  return suggestLinks(shared)
}

/** Links two cases; null where they are linked already. */
export function insertLink(
  db: WriteDb,
  link: { readonly caseId: CaseId; readonly otherId: CaseId; readonly kind: LinkKind; readonly reason: string },
  made: { readonly at: IsoInstant; readonly by: string },
): LinkId | null {
  const { changes, id } = db.run(
    `INSERT INTO case_links (one_case_id, other_case_id, kind, reason, linked_at, linked_by)
     VALUES (min(:caseId, :otherId), max(:caseId, :otherId), :kind, :reason, :at, :by) ON CONFLICT DO NOTHING`,
    { ...link, ...made },
  )
  return changes === 0 ? null : (id as LinkId)
}

/** The other case of a link of this one; undefined where there is no such link. */
export function otherOfLink(db: ReadDb, caseId: CaseId, linkId: LinkId): Pick<CaseLink, 'otherId' | 'otherReference'> | undefined {
  return linksOfCase(db, caseId).find(({ id }) => id === linkId)
}

export function deleteLink(db: WriteDb, linkId: LinkId): void {
  db.run('DELETE FROM case_links WHERE id = :linkId', { linkId })
}
