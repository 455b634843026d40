import { Tabs } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import classes from './case.module.css'
import { ActionsTab } from './tabs/actions-tab.tsx'
import { type CaseTab, type CaseTabProps, caseTabs } from './tabs/case-tab.ts'
import { ChainTab } from './tabs/chain-tab.tsx'
import { NeedsTab } from './tabs/needs-tab.tsx'
import { NotesTab } from './tabs/notes-tab.tsx'
import { PeopleTab } from './tabs/people-tab.tsx'
import { RiskTab } from './tabs/risk-tab.tsx'
import { SharingTab } from './tabs/sharing-tab.tsx'
import { TimelineTab } from './tabs/timeline-tab.tsx'

const route = getRouteApi('/cases/$caseId')

const contents = {
  actions: ActionsTab,
  timeline: TimelineTab,
  people: PeopleTab,
  risk: RiskTab,
  chain: ChainTab,
  needs: NeedsTab,
  sharing: SharingTab,
  notes: NotesTab,
} as const satisfies Readonly<Record<CaseTab, ComponentType<CaseTabProps>>>

/** The rest of a case, a tab a subject: by number, by Alt and number while typing, and by the arrows in the list of tabs. */
export function CaseTabs({ detail, record, aside }: CaseTabProps & { readonly aside: ReactNode }) {
  const t = useT()
  const { tab }: { readonly tab: CaseTab } = route.useSearch()
  const navigate = useNavigate()
  const show = (next: CaseTab) =>
    void navigate({ to: '/cases/$caseId', params: { caseId: detail.id }, search: { tab: next }, replace: true })
  useScreenKeys(
    caseTabs.flatMap((each, index) => {
      const key = { label: t('case.key.tab', { tab: t(`case.tab.${each}`) }), run: () => show(each) }
      return [
        { keys: String(index + 1), ...key },
        { keys: `alt+${index + 1}`, ...key },
      ]
    }),
  )
  const Content = contents[tab]
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      keepMounted={false}
      onChange={(value) => show(caseTabs.find((each) => each === value) ?? 'actions')}
    >
      <div className={classes.tabBar}>
        <Tabs.List className={classes.tabList}>
          {caseTabs.map((each) => (
            <Tabs.Tab key={each} value={each} className={classes.tabName}>
              {t(`case.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {aside}
      </div>
      <Tabs.Panel value={tab} className={classes.tab}>
        <Content detail={detail} record={record} />
      </Tabs.Panel>
    </Tabs>
  )
}
