import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { ActionsPage } from './features/actions/actions-page.tsx'
import { AgenciesPage } from './features/agencies/agencies-page.tsx'
import { AuditPage } from './features/audit/audit-page.tsx'
import { BackupsPage } from './features/backups/backups-page.tsx'
import { CasePage } from './features/cases/case-page.tsx'
import { CasesPage } from './features/cases/cases-page.tsx'
import { HomePage } from './features/home/home-page.tsx'
import { ImportPage } from './features/imports/import-page.tsx'
import { HandOverPage } from './features/keys/hand-over-page.tsx'
import { KeysPage } from './features/keys/keys-page.tsx'
import { MeetingPage } from './features/meetings/meeting-page.tsx'
import { MeetingsPage } from './features/meetings/meetings-page.tsx'
import { RunMeetingPage } from './features/meetings/run-meeting-page.tsx'
import { PeopleAlikePage } from './features/people/people-alike-page.tsx'
import { ReferralFormPage } from './features/referrals/referral-form-page.tsx'
import { RestorePage, SalvagePage } from './features/restore/restore-page.tsx'
import { RetentionPage } from './features/retention/retention-page.tsx'
import { SearchPage } from './features/search/search-page.tsx'
import { SettingsPage } from './features/settings/settings-page.tsx'
import { ShareMeetingPage } from './features/sharing/share-meeting-page.tsx'
import { SharingPage } from './features/sharing/sharing-page.tsx'
import { AppFrame } from './frame/app-frame.tsx'
import { PageFailed } from './frame/page-failed.tsx'
import {
  actionsSearch,
  agenciesSearch,
  caseSearch,
  casesSearch,
  importSearch,
  meetingsSearch,
  numberParam,
  retentionSearch,
} from './route-values.ts'

const root = createRootRoute({ component: AppFrame, errorComponent: PageFailed, notFoundComponent: PageFailed })
const under = { getParentRoute: () => root }

const caseParams = {
  params: {
    parse: ({ caseId }: { caseId: string }) => ({ caseId: numberParam(caseId) }),
    stringify: ({ caseId }: { caseId: number }) => ({ caseId: String(caseId) }),
  },
}
const meetingParams = {
  params: {
    parse: ({ meetingId }: { meetingId: string }) => ({ meetingId: numberParam(meetingId) }),
    stringify: ({ meetingId }: { meetingId: number }) => ({ meetingId: String(meetingId) }),
  },
}

const routeTree = root.addChildren([
  createRoute({ ...under, path: '/', component: HomePage }),
  createRoute({ ...under, path: '/cases', component: CasesPage, validateSearch: casesSearch }),
  createRoute({ ...under, path: '/cases/new-referral', component: ReferralFormPage }),
  createRoute({ ...under, path: '/cases/import', component: ImportPage, validateSearch: importSearch }),
  createRoute({ ...under, path: '/cases/people-alike', component: PeopleAlikePage }),
  createRoute({ ...under, path: '/cases/$caseId', component: CasePage, ...caseParams, validateSearch: caseSearch }),
  createRoute({ ...under, path: '/meetings', component: MeetingsPage, validateSearch: meetingsSearch }),
  createRoute({ ...under, path: '/meetings/$meetingId', component: MeetingPage, ...meetingParams }),
  createRoute({ ...under, path: '/meetings/$meetingId/run', component: RunMeetingPage, ...meetingParams }),
  createRoute({ ...under, path: '/actions', component: ActionsPage, validateSearch: actionsSearch }),
  createRoute({ ...under, path: '/search', component: SearchPage }),
  createRoute({ ...under, path: '/agencies', component: AgenciesPage, validateSearch: agenciesSearch }),
  createRoute({ ...under, path: '/sharing', component: SharingPage }),
  createRoute({ ...under, path: '/sharing/$meetingId', component: ShareMeetingPage, ...meetingParams }),
  createRoute({ ...under, path: '/backups', component: BackupsPage }),
  createRoute({ ...under, path: '/backups/restore', component: RestorePage }),
  createRoute({ ...under, path: '/backups/salvage', component: SalvagePage }),
  createRoute({ ...under, path: '/settings', component: SettingsPage }),
  createRoute({ ...under, path: '/settings/keys', component: KeysPage }),
  createRoute({ ...under, path: '/settings/log', component: AuditPage }),
  createRoute({ ...under, path: '/settings/retention', component: RetentionPage, validateSearch: retentionSearch }),
  createRoute({ ...under, path: '/settings/hand-over', component: HandOverPage }),
])

/** The pages. The history is in memory: nothing of a case ever stands in an address. */
export const router = createRouter({
  routeTree,
  history: createMemoryHistory({ initialEntries: ['/'] }),
  defaultPreload: false,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
