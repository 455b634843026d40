import { allPersonFacts, appearancesOf, distinctPairs, findPerson, peopleStamp, personFactsLike, type ReadDb } from '#db'
import type { IsoDate } from '#domain/dates.ts'
import type { CaseId, PersonId } from '#domain/ids.ts'
import type { Page } from '#domain/page.ts'
import type { DuplicatePair, LikelyPerson, PersonBrief } from '#domain/people/alike-people.ts'
import { probableFrom } from '#domain/people/duplicates/evidence.ts'
import { beginningsOf, findLike } from '#domain/people/duplicates/find-like.ts'
import { type AlikePair, findAlikePairs } from '#domain/people/duplicates/find-pairs.ts'
import type { Context } from '../context.ts'

const HELD = 'people alike'
/** A name of one letter finds everybody. */
const SHORTEST_TYPED = 3

type Held = { readonly stamp: string; readonly pairs: readonly AlikePair[] }

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && 'stamp' in value && 'pairs' in value
}

/** Comparing everybody takes a moment: what was found holds until somebody in the records changes. */
function alikePairs(db: ReadDb, { held }: Pick<Context, 'held'>): readonly AlikePair[] {
  const stamp = peopleStamp(db)
  const before = held.get(HELD)
  if (isHeld(before) && before.stamp === stamp) return before.pairs
  const pairs = findAlikePairs(allPersonFacts(db))
  held.set(HELD, { stamp, pairs } satisfies Held)
  return pairs
}

function briefOf(db: ReadDb, id: PersonId): PersonBrief | null {
  const person = findPerson(db, id)
  if (!person) return null
  const { version, name, dateOfBirth } = person
  return { id, version, name, dateOfBirth, appearances: appearancesOf(db, id) }
}

/** True where one is victim and the other perpetrator of a case: they are two, whatever their names. */
function areOpposite(one: PersonBrief, other: PersonBrief): boolean {
  const parties = ({ appearances }: PersonBrief) => appearances.filter(({ role }) => role === 'victim' || role === 'perpetrator')
  return parties(one).some((mine) => parties(other).some((theirs) => theirs.caseId === mine.caseId))
}

/** A window on the pairs that may be one person, without those that were told apart. */
export function duplicatePage(
  db: ReadDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  context: Pick<Context, 'held'>,
): Page<DuplicatePair> {
  const apart = distinctPairs(db)
  const pairs = alikePairs(db, context).filter(
    ({ one, other }) => !apart.has(`${String(Math.min(one, other))}-${String(Math.max(one, other))}`),
  )
  const rows = pairs.slice(offset, offset + limit).flatMap(({ one, other, bits, evidence }): DuplicatePair[] => {
    const [first, second] = [briefOf(db, one), briefOf(db, other)]
    if (!first || !second || areOpposite(first, second)) return []
    return [{ one: first, other: second, isProbable: bits >= probableFrom, evidence }]
  })
  return { rows, total: pairs.length }
}

/** Who in the records may be meant by what is being typed. */
export function likelyPeople(
  db: ReadDb,
  typed: { readonly name: string; readonly dateOfBirth: IsoDate | null; readonly exceptCaseId: CaseId | null },
): readonly LikelyPerson[] {
  if (typed.name.length < SHORTEST_TYPED) return []
  return findLike(typed, personFactsLike(db, beginningsOf(typed.name))).flatMap(({ id, evidence }) => {
    const brief = briefOf(db, id)
    if (!brief || brief.appearances.some(({ caseId }) => caseId === typed.exceptCaseId)) return []
    return [{ ...brief, evidence }]
  })
}
