import type { Operations } from '#contract'
import type { Handlers } from '../handler.ts'
import { actionHandlers } from './actions.ts'
import { agencyHandlers } from './agencies.ts'
import { auditHandlers } from './audit.ts'
import { backupHandlers } from './backups.ts'
import { caseHandlers } from './cases.ts'
import { draftHandlers } from './drafts.ts'
import { homeHandlers } from './home.ts'
import { importHandlers } from './imports.ts'
import { integrityHandlers } from './integrity.ts'
import { keyHandlers } from './keys.ts'
import { conflictHandlers } from './conflicts.ts'
import { linkHandlers } from './links.ts'
import { listingHandlers } from './listings.ts'
import { meetingHandlers } from './meetings.ts'
import { recordHandlers } from './record.ts'
import { peopleHandlers } from './people.ts'
import { referralHandlers } from './referrals.ts'
import { restrictionHandlers } from './restrictions.ts'
import { retentionHandlers } from './retention.ts'
import { riskHandlers } from './risk.ts'
import { searchHandlers } from './search.ts'
import { settingsHandlers } from './settings.ts'
import { sharingHandlers } from './sharing.ts'

/** The nouns that main answers itself. */
type ShellNoun = 'app' | 'vault' | 'restore'

/** Every handler of the vault, complete by type: an operation of the contract without a handler does not compile. */
export const handlers: { readonly [Noun in Exclude<keyof Operations, ShellNoun>]: Handlers<Noun> } = {
  keys: keyHandlers,
  settings: settingsHandlers,
  drafts: draftHandlers,
  home: homeHandlers,
  agencies: agencyHandlers,
  referrals: referralHandlers,
  imports: importHandlers,
  cases: caseHandlers,
  restrictions: restrictionHandlers,
  links: linkHandlers,
  people: peopleHandlers,
  record: recordHandlers,
  risk: riskHandlers,
  meetings: meetingHandlers,
  conflicts: conflictHandlers,
  listings: listingHandlers,
  actions: actionHandlers,
  sharing: sharingHandlers,
  backups: backupHandlers,
  integrity: integrityHandlers,
  audit: auditHandlers,
  retention: retentionHandlers,
  search: searchHandlers,
}
