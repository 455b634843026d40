import { type Agency, AgencyDraft } from '#domain/agency.ts'
import { AgencyId } from '#domain/ids.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const agencyOperations = {
  list: query(z.strictObject({ includeArchived: z.boolean().default(false) })).returns<readonly Agency[]>(),
  add: command(AgencyDraft).returns<AgencyId>(),
  /** Replaces the agency's fields and people; people left out are removed. */
  change: command(z.strictObject({ id: AgencyId, draft: AgencyDraft })).returns<AgencyId>(),
  /** Takes the agency out of every list to choose from; its history stays. Refused while it has open actions. */
  archive: command(z.strictObject({ id: AgencyId, isArchived: z.boolean() })).returns<null>(),
}
