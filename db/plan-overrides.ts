import type { IsoInstant } from '#domain/dates.ts'
import type { ListingId } from '#domain/ids.ts'
import type { PlanFinding } from '#domain/safety/plan-check.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/** Keeps why a case was left although its plan lacked something; null takes it back, as when the case is taken up again. */
export function keepPlanOverride(
  db: WriteDb,
  listingId: ListingId,
  override: { readonly at: IsoInstant; readonly actor: string; readonly findings: readonly PlanFinding[]; readonly reason: string } | null,
): void {
  db.run('DELETE FROM plan_overrides WHERE listing_id = :listingId', { listingId })
  if (override === null) return
  db.run('INSERT INTO plan_overrides (listing_id, at, actor, findings, reason) VALUES (:listingId, :at, :actor, :findings, :reason)', {
    listingId,
    ...override,
    findings: JSON.stringify(override.findings),
  })
}

/** What stood against leaving a case when it was left all the same; empty where nothing did. */
export function overriddenFindings(db: ReadDb, listingId: ListingId): readonly PlanFinding[] {
  const stored = db.get<{ findings: string }>('SELECT findings FROM plan_overrides WHERE listing_id = :listingId', { listingId })
  return stored === undefined ? [] : (JSON.parse(stored.findings) as readonly PlanFinding[])
}
