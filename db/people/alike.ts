import type { IsoDate } from '#domain/dates.ts'
import type { PersonId } from '#domain/ids.ts'
import type { PersonFacts } from '#domain/people/duplicates/person-facts.ts'
import type { ReadDb } from '../handles.ts'

type FactsRow = {
  readonly id: PersonId
  readonly name: string
  readonly dateOfBirth: IsoDate | null
  readonly address: string
  readonly phone: string
  readonly details: string
}

type MoreFacts = {
  readonly aliases?: readonly string[]
  readonly otherAddresses?: readonly { readonly text: string }[]
  readonly otherPhones?: readonly { readonly number: string }[]
  readonly identifiers?: readonly { readonly kind: string; readonly value: string }[]
}

/** What people are compared by. The details are read as they were written by their schema: a whole check of each would take longer than comparing. */
function factsOf({ id, name, dateOfBirth, address, phone, details }: FactsRow): PersonFacts {
  const more: MoreFacts = details.length < 20 ? {} : (JSON.parse(details) as MoreFacts)
  return {
    id,
    names: [name, ...(more.aliases ?? [])],
    dateOfBirth,
    addresses: [address, ...(more.otherAddresses ?? []).map(({ text }) => text)],
    phones: [phone, ...(more.otherPhones ?? []).map(({ number }) => number)],
    identifiers: (more.identifiers ?? []).map(({ kind, value }) => `${kind} ${value}`),
  }
}

const factColumns = 'id, name, date_of_birth AS dateOfBirth, address, phone, details'

/** Everybody in the records, for comparing each with each. */
export function allPersonFacts(db: ReadDb): readonly PersonFacts[] {
  return db.all<FactsRow>(`SELECT ${factColumns} FROM people WHERE name <> '' ORDER BY id`).map(factsOf)
}

/** Those who may be meant by a name: one of whose words begins like one of the given ones. */
export function personFactsLike(db: ReadDb, beginnings: readonly string[]): readonly PersonFacts[] {
  if (beginnings.length === 0) return []
  const likes = beginnings.map((_, index) => `' ' || name_key GLOB :b${String(index)}`).join(' OR ')
  const parameters = Object.fromEntries(beginnings.map((text, index) => [`b${String(index)}`, `* ${text}*`]))
  return db.all<FactsRow>(`SELECT ${factColumns} FROM people WHERE ${likes} OR length(details) > 40 LIMIT 20000`, parameters).map(factsOf)
}

/** Changes whenever somebody in the records does: how far an earlier comparing still holds. */
export function peopleStamp(db: ReadDb): string {
  return (
    db.get<{ stamp: string }>(
      `SELECT count(*) || '-' || coalesce(sum(version), 0) || '-' || coalesce(max(id), 0) || '-' || coalesce(sum(id), 0) AS stamp FROM people`,
    )?.stamp ?? ''
  )
}

/** The pairs that were told apart, as `<smaller id>-<greater id>`. */
export function distinctPairs(db: ReadDb): ReadonlySet<string> {
  return new Set(db.all<{ pair: string }>(`SELECT first_id || '-' || second_id AS pair FROM distinct_people`).map(({ pair }) => pair))
}
