import type { enUs } from '../en-us/index.ts'
import { actions } from './actions.ts'
import { agencies } from './agencies.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { caseScreen } from './case-screen.ts'
import { cases } from './cases.ts'
import { chain } from './chain.ts'
import { conflicts } from './conflicts.ts'
import { contacts } from './contacts.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { measures } from './measures.ts'
import { meetings } from './meetings.ts'
import { needDomains } from './need-domains.ts'
import { needs } from './needs.ts'
import { place } from './place.ts'
import { print } from './print.ts'
import { people } from './people.ts'
import { record } from './record.ts'
import { referrals } from './referrals.ts'
import { refusals } from './refusals.ts'
import { restriction } from './restriction.ts'
import { retention } from './retention.ts'
import { risk } from './risk.ts'
import { safety } from './safety.ts'
import { search } from './search.ts'
import { sectors } from './sectors.ts'
import { settings } from './settings.ts'
import { sharing } from './sharing.ts'
import { statuses } from './statuses.ts'
import { terms } from './terms.ts'
import { timeline } from './timeline.ts'
import { vault } from './vault.ts'
import { voice } from './voice.ts'

/** Every message in Spanish; a missing one does not compile. */
export const es = {
  ...actions,
  ...agencies,
  ...audit,
  ...backups,
  ...caseScreen,
  ...cases,
  ...chain,
  ...conflicts,
  ...contacts,
  ...frame,
  ...home,
  ...imports,
  ...keys,
  ...links,
  ...measures,
  ...meetings,
  ...needDomains,
  ...needs,
  ...place,
  ...print,
  ...people,
  ...record,
  ...referrals,
  ...refusals,
  ...restriction,
  ...retention,
  ...risk,
  ...safety,
  ...search,
  ...sectors,
  ...settings,
  ...sharing,
  ...statuses,
  ...terms,
  ...timeline,
  ...vault,
  ...voice,
} satisfies Record<keyof typeof enUs, string>
