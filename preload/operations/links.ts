import { LinkDraft, type LinksOfCase } from '#domain/case-link.ts'
import { CaseId, LinkId } from '#domain/ids.ts'
import { z } from 'zod'
import { command, query } from '../operation.ts'

export const linkOperations = {
  /** The cases that belong together with this one, by reference alone, and those that share somebody with it. */
  of: query(z.strictObject({ caseId: CaseId })).returns<LinksOfCase>(),
  add: command(LinkDraft).returns<{ readonly linkId: LinkId; readonly otherId: CaseId }>(),
  /** Takes a link away from both its cases. */
  remove: command(z.strictObject({ caseId: CaseId, linkId: LinkId })).returns<{ readonly otherId: CaseId }>(),
}
