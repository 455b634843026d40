import {
  appearancesOf,
  deleteTie,
  findCase,
  findMerge,
  findPerson,
  findTie,
  forgetDistinct,
  insertPerson,
  insertTie,
  isBuiltUpon,
  isPartyOfACase,
  keepEdit,
  listMerges,
  meetingInACase,
  mergePeople,
  noteDistinct,
  pairsOfPeople,
  peopleOfCase,
  readSubject,
  unmergePeople,
  updateTie,
  type WriteDb,
  writePerson,
} from '#db'
import type { CaseId, PersonId } from '#domain/ids.ts'
import { mergedContent } from '#domain/people/merge.ts'
import { contentOf, type PersonContent } from '#domain/people/person-record.ts'
import { accept, refuse, type Result } from '#domain/refusal.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Handlers } from '../handler.ts'
import { duplicatePage, likelyPeople } from '../people/alike.ts'
import { rejudgeRepeats } from '../rejudge-repeats.ts'

function problemOf(content: PersonContent, { isParty, today }: { readonly isParty: boolean; readonly today: IsoDate }) {
  if (isParty && content.name === '') return refuse({ code: 'invalidInput', fields: [{ path: 'name', problem: 'required' }] })
  if (content.dateOfBirth !== null && content.dateOfBirth > today)
    return refuse({ code: 'invalidInput', fields: [{ path: 'dateOfBirth', problem: 'futureDate' }] })
  return null
}

type AddedPerson = { readonly kind: 'known'; readonly personId: PersonId } | { readonly kind: 'new'; readonly content: PersonContent }

function personToTie(db: WriteDb, person: AddedPerson, today: IsoDate): Result<PersonId> {
  if (person.kind === 'known')
    return findPerson(db, person.personId) ? accept(person.personId) : refuse({ code: 'notFound', what: 'person' })
  const problem = problemOf(person.content, { isParty: false, today })
  if (problem) return problem
  const { details, ...draft } = person.content
  return accept(insertPerson(db, draft, details))
}

function isInCase(db: WriteDb, caseId: CaseId, personId: PersonId): boolean {
  return appearancesOf(db, personId).some((appearance) => appearance.caseId === caseId)
}

export const peopleHandlers: Handlers<'people'> = {
  ofCase: (db, { caseId }) => {
    const people = peopleOfCase(db, caseId)
    return people ? accept(people) : refuse({ code: 'notFound', what: 'case' })
  },
  get: (db, { id }) => {
    const person = findPerson(db, id)
    return person ? accept({ person, appearances: appearancesOf(db, id) }) : refuse({ code: 'notFound', what: 'person' })
  },
  save: (db, { id, version, caseId, content }, { now, today, actor }) => {
    const found = findPerson(db, id)
    if (!found || !isInCase(db, caseId, id)) return refuse({ code: 'notFound', what: 'person' })
    if (found.version !== version) return refuse({ code: 'changedMeanwhile', what: 'person' })
    const problem = problemOf(content, { isParty: isPartyOfACase(db, id), today })
    if (problem) return problem
    const subject = { kind: 'person', id } as const
    const before = readSubject(db, subject)
    writePerson(db, id, content)
    keepEdit(db, { caseId, subject, before, at: now, by: actor })
    return accept(findPerson(db, id)?.version ?? version)
  },
  addTie: (db, { caseId, person, tie }, { now, today, actor }) => {
    if (!findCase(db, caseId)) return refuse({ code: 'notFound', what: 'case' })
    const tied = personToTie(db, person, today)
    if (!tied.ok) return tied
    if (isInCase(db, caseId, tied.value)) return refuse({ code: 'alreadyInCase' })
    const tieId = insertTie(db, caseId, tied.value, tie)
    keepEdit(db, { caseId, subject: { kind: 'tie', id: tieId }, before: null, at: now, by: actor })
    return accept({ tieId, personId: tied.value })
  },
  changeTie: (db, { caseId, tieId, version, tie }, { now, actor }) => {
    const found = findTie(db, tieId)
    if (found?.caseId !== caseId) return refuse({ code: 'notFound', what: 'person' })
    if (found.version !== version) return refuse({ code: 'changedMeanwhile', what: 'person' })
    const subject = { kind: 'tie', id: tieId } as const
    const before = readSubject(db, subject)
    updateTie(db, tieId, tie)
    keepEdit(db, { caseId, subject, before, at: now, by: actor })
    return accept(tieId)
  },
  removeTie: (db, { caseId, tieId, version }, { now, actor }) => {
    const found = findTie(db, tieId)
    if (found?.caseId !== caseId) return refuse({ code: 'notFound', what: 'person' })
    if (found.version !== version) return refuse({ code: 'changedMeanwhile', what: 'person' })
    const subject = { kind: 'tie', id: tieId } as const
    const before = readSubject(db, subject)
    deleteTie(db, tieId)
    keepEdit(db, { caseId, subject, before, at: now, by: actor })
    return accept(tieId)
  },
  findDuplicates: (db, window, context) => accept(duplicatePage(db, window, context)),
  findLike: (db, typed) => accept(likelyPeople(db, typed)),
  merge: (db, draft, { now, actor }) => {
    const [kept, gone] = [findPerson(db, draft.keptId), findPerson(db, draft.goneId)]
    if (!kept || !gone || kept.id === gone.id) return refuse({ code: 'notFound', what: 'person' })
    if (kept.version !== draft.keptVersion || gone.version !== draft.goneVersion)
      return refuse({ code: 'changedMeanwhile', what: 'person' })
    const meeting = meetingInACase(db, kept.id, gone.id, false)
    if (meeting) return refuse(meeting.isOpposite ? { code: 'oppositeInACase' } : { code: 'bothInCase', reference: meeting.reference })
    // In a case that is hidden from who merges: no more is said of it than of a record that somebody has in hand.
    if (meetingInACase(db, kept.id, gone.id, true)) return refuse({ code: 'changedMeanwhile', what: 'person' })
    const after = mergedContent(contentOf(kept), contentOf(gone), draft)
    if (!after) return refuse({ code: 'mergeTooLong' })
    const merged = mergePeople(db, { kept, gone, after }, now, actor)
    rejudgeRepeats(db, pairsOfPeople(db, [kept.id]))
    return accept(merged)
  },
  merges: (db) =>
    accept(
      listMerges(db).map((merge) => ({
        id: merge.id,
        at: merge.at,
        by: merge.by,
        keptName: merge.kept.name,
        goneName: merge.gone.name,
        isBuiltUpon: isBuiltUpon(db, merge),
      })),
    ),
  unmerge: (db, { mergeId }) => {
    const merge = findMerge(db, mergeId)
    if (!merge) return refuse({ code: 'notFound', what: 'merge' })
    if (isBuiltUpon(db, merge)) return refuse({ code: 'mergeBuiltUpon' })
    unmergePeople(db, merge)
    rejudgeRepeats(db, pairsOfPeople(db, [merge.kept.id, merge.gone.id]))
    return accept(null)
  },
  dismissDuplicate: (db, { oneId, otherId }, { now, actor }) => {
    if (oneId === otherId || !findPerson(db, oneId) || !findPerson(db, otherId)) return refuse({ code: 'notFound', what: 'person' })
    noteDistinct(db, oneId, otherId, now, actor)
    return accept(null)
  },
  recallDuplicate: (db, { oneId, otherId }) => {
    return forgetDistinct(db, oneId, otherId) === 0 ? refuse({ code: 'notFound', what: 'person' }) : accept(null)
  },
}
