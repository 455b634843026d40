import { CaseId, PersonId, TieId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import { DuplicateFilter, type DuplicatePair, type LikelyPerson, type MergeRecord, TypedPerson } from '#domain/people/alike-people.ts'
import { MergeDraft } from '#domain/people/merge.ts'
import { PersonChange, PersonContent, type PersonRecord } from '#domain/people/person-record.ts'
import { type Appearance, type CasePeople, TieDraft } from '#domain/people/tie.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

const Pair = z.strictObject({ oneId: PersonId, otherId: PersonId })

export const peopleOperations = {
  /** Everybody of a case, and in which other cases they are. */
  ofCase: query(z.strictObject({ caseId: CaseId })).returns<CasePeople>(),
  get: query(z.strictObject({ id: PersonId })).returns<{ readonly person: PersonRecord; readonly appearances: readonly Appearance[] }>(),
  /** Answers the new version. */
  save: command(PersonChange).returns<number>(),
  /** Ties somebody to a case: a person of the records, or a new one. */
  addTie: command(
    z.strictObject({
      caseId: CaseId,
      person: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('known'), personId: PersonId }),
        z.strictObject({ kind: z.literal('new'), content: PersonContent }),
      ]),
      tie: TieDraft,
    }),
  ).returns<{ readonly tieId: TieId; readonly personId: PersonId }>(),
  changeTie: command(z.strictObject({ caseId: CaseId, tieId: TieId, version: z.int(), tie: TieDraft })).returns<TieId>(),
  /** Takes somebody out of a case; who is in no case any more is deleted. */
  removeTie: command(z.strictObject({ caseId: CaseId, tieId: TieId, version: z.int() })).returns<TieId>(),
  /** Pairs of records that may be of one person, the surest first. */
  findDuplicates: query(DuplicateFilter).returns<Page<DuplicatePair>>(),
  /** Who in the records may be meant by a name that is being typed. */
  findLike: query(TypedPerson).returns<readonly LikelyPerson[]>(),
  merge: command(MergeDraft).returns<number>(),
  merges: query(z.undefined()).returns<readonly MergeRecord[]>(),
  unmerge: command(z.strictObject({ mergeId: z.int().positive() })).returns<null>(),
  /** Notes that two records are not one person: they are not shown as such again. */
  dismissDuplicate: command(Pair).returns<null>(),
  /** Takes that back. */
  recallDuplicate: command(Pair).returns<null>(),
}
