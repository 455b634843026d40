import type { ImportReview } from '#contract'
import { findMapping, type ReadDb } from '#db'
import type { IsoDate } from '#domain/dates.ts'
import { ImportMappingId } from '#domain/ids.ts'
import { missingAgencyFields } from '#domain/intake/agency-columns.ts'
import { agencyFields } from '#domain/intake/agency-patterns.ts'
import { missingReferralFields, referralFields } from '#domain/intake/referral-fields.ts'
import { reviewAgencies, wholeAgencyMapping } from './agency-review.ts'
import { reviewReferrals, wholeReferralMapping } from './referral-review.ts'
import { shownColumns, shownRows } from './reviewed-rows.ts'
import { guessFor } from './start-review.ts'
import type { StoredReview } from './stored-review.ts'

const requiredReferralFields = new Set<string>(['receivedOn', 'sourceAgency', 'victimName', 'perpetratorName'])

function fieldsOf(review: StoredReview): Pick<ImportReview, 'fields' | 'missingFields'> {
  if (review.kind === 'agencies') {
    return {
      fields: agencyFields.map((field) => ({ field, isRequired: field === 'name' })),
      missingFields: missingAgencyFields(wholeAgencyMapping(review.choices.mapping)),
    }
  }
  return {
    fields: referralFields.map((field) => ({ field, isRequired: requiredReferralFields.has(field) })),
    missingFields: missingReferralFields(wholeReferralMapping(review.choices.mapping)),
  }
}

function unplacedOf(review: StoredReview): ImportReview['unplaced'] {
  const used = new Set([...Object.values(review.choices.mapping), ...review.choices.kept])
  const reasons = new Map(guessFor(review.kind, review.sheet).unplaced.map(({ column, reason }) => [column, reason]))
  return review.sheet.header.flatMap((_, index) => (used.has(index) ? [] : [{ index, reason: reasons.get(index) ?? 'noField' }]))
}

function sheetOf({ sheet: { format } }: StoredReview): ImportReview['sheet'] {
  if (format.kind !== 'xlsx') return null
  const { sheetName: name, sheetNames: all = [] } = format
  return all.length < 2 ? null : { name, all }
}

function takenMapping(db: ReadDb, { choices }: StoredReview): ImportReview['savedMapping'] {
  const taken = choices.savedMapping === null ? undefined : findMapping(db, ImportMappingId.parse(choices.savedMapping))
  return taken ? { id: taken.id, name: taken.name } : null
}

/** A stored review as the screen shows it: read anew, so that it is true of the store as it is now. */
export function showReview(db: ReadDb, review: StoredReview, today: IsoDate): ImportReview {
  const referrals = review.kind === 'referrals' ? reviewReferrals(db, review, today) : null
  return {
    token: review.token,
    kind: review.kind,
    fileName: review.fileName,
    sheet: sheetOf(review),
    columns: shownColumns(review),
    ...fieldsOf(review),
    mapping: review.choices.mapping,
    kept: review.choices.kept,
    savedMapping: takenMapping(db, review),
    unplaced: unplacedOf(review),
    dayFirst: review.choices.dayFirst,
    createAgencies: review.choices.createAgencies,
    unknownAgencies: referrals?.unknownAgencies ?? [],
    ...(referrals ? shownRows(referrals.rows) : shownRows(reviewAgencies(db, review))),
  }
}
