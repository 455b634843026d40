import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { Card } from '../card.tsx'
import { ContactTable } from '../needs/contact-table.tsx'
import { MissingSectorList } from '../needs/missing-sector-list.tsx'
import { NeedGrid } from '../needs/need-grid.tsx'
import { ReachList } from '../needs/reach-list.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import columns from '../tab-columns.module.css'
import type { CaseTabProps } from './case-tab.ts'

/** What she needs, which agency meets whom, and who can reach her safely. */
export function NeedsTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  return (
    <>
      <Card title={t('needs.each')}>
        <NeedGrid detail={detail} record={record} />
      </Card>
      <div className={columns.columns}>
        <div className={columns.wide}>
          <Card title={t('contacts.title')}>
            <ContactTable detail={detail} record={record} />
            {editor.mayEdit ? (
              <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={() => editor.add('contactPoint')}>
                {t('contacts.add')}
              </Button>
            ) : null}
          </Card>
        </div>
        <div className={columns.narrow}>
          <Card title={t('contacts.reach')}>
            <ReachList detail={detail} record={record} />
          </Card>
          <Card title={t('contacts.missing')}>
            <MissingSectorList detail={detail} record={record} />
          </Card>
        </div>
      </div>
    </>
  )
}
