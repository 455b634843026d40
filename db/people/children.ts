import type { CaseId } from '#domain/ids.ts'
import { type ChildDraft, nameKey } from '#domain/person.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { deletePeopleInNoCase, insertPerson } from '../people.ts'

type StoredChild = ChildDraft & { readonly tieId: number; readonly personId: number }

const childColumns = 'name, date_of_birth AS dateOfBirth, school'

/** The children of a case, in the order in which they were named. */
export function childrenOfCase(db: ReadDb, caseId: CaseId): readonly ChildDraft[] {
  return db.all(`SELECT ${childColumns} FROM children WHERE case_id = :caseId ORDER BY id`, { caseId })
}

/** How surely a child as typed is one that stands in the case: exactly, by name, by date of birth, or not at all (0). */
function sameness(typed: ChildDraft, stored: ChildDraft): number {
  const isSameName = nameKey(typed.name) === nameKey(stored.name)
  const isSameBirth = typed.dateOfBirth === stored.dateOfBirth
  if (isSameName && isSameBirth) return typed.school === stored.school ? 4 : 3
  if (isSameName && typed.name !== '') return 2
  return isSameBirth && typed.dateOfBirth !== null ? 1 : 0
}

/** Each typed child's stored one, or null for a new one: the surest first, and no stored one twice. */
function matched(typed: readonly ChildDraft[], stored: readonly StoredChild[]): readonly (StoredChild | null)[] {
  const free = new Set(stored)
  const found = typed.map((): StoredChild | null => null)
  for (const atLeast of [4, 3, 2, 1])
    for (const [index, child] of typed.entries()) {
      if (found[index]) continue
      const same = [...free].find((known) => sameness(child, known) >= atLeast)
      if (!same) continue
      found[index] = same
      free.delete(same)
    }
  // What is left on both sides, in order: a child that was named or dated anew is the same child.
  for (const [index, match] of found.entries()) {
    const [next] = free
    if (match || next === undefined) continue
    found[index] = next
    free.delete(next)
  }
  return found
}

/** Makes the children of a case those of a form. Who stays keeps all else that is known of them; who goes and is in no other case is deleted. */
export function replaceChildren(db: WriteDb, caseId: CaseId, children: readonly ChildDraft[]): void {
  const stored = db.all<StoredChild>(
    `SELECT id AS tieId, person_id AS personId, ${childColumns} FROM children WHERE case_id = :caseId ORDER BY id`,
    { caseId },
  )
  const matches = matched(children, stored)
  const gone = stored.filter((child) => !matches.includes(child))
  for (const { tieId } of gone) db.run('DELETE FROM case_ties WHERE id = :tieId', { tieId })
  deletePeopleInNoCase(
    db,
    gone.map(({ personId }) => personId),
  )
  for (const [index, child] of children.entries()) {
    const match = matches[index]
    if (match) {
      db.run(
        `UPDATE people SET name = :name, name_key = :key, date_of_birth = :dateOfBirth, details = json_set(details, '$.school', :school) WHERE id = :id
           AND (name, coalesce(date_of_birth, ''), coalesce(details ->> '$.school', '')) IS NOT (:name, coalesce(:dateOfBirth, ''), :school)`,
        { ...child, key: nameKey(child.name), id: match.personId },
      )
    } else {
      const { name, dateOfBirth, school } = child
      const personId = insertPerson(db, { name, dateOfBirth, address: '', phone: '' }, school === '' ? {} : { school })
      db.run("INSERT INTO case_ties (case_id, person_id, role) VALUES (:caseId, :personId, 'child')", { caseId, personId })
    }
  }
}
