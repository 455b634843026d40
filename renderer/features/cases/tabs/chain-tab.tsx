import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { Card } from '../card.tsx'
import { ChainList } from '../chain/chain-list.tsx'
import chainClasses from '../chain/chain.module.css'
import { GapList } from '../chain/gap-list.tsx'
import { HisKnowledge } from '../chain/his-knowledge.tsx'
import { MeasureList } from '../chain/measure-list.tsx'
import { QuickLink } from '../chain/quick-link.tsx'
import { ReviewReasons } from '../chain/review-reasons.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import columns from '../tab-columns.module.css'
import type { CaseTabProps } from './case-tab.ts'

/** What the authorities did one after the other, where it broke, what is done towards him, and whether the case can wait for its turn. */
export function ChainTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  return (
    <div className={columns.columns}>
      <div className={columns.wide}>
        <Card title={t('chain.each')}>
          <ChainList detail={detail} record={record} />
          {editor.mayEdit ? <QuickLink detail={detail} record={record} /> : null}
        </Card>
      </div>
      <div className={columns.narrow}>
        <Card title={t('chain.review')}>
          <ReviewReasons detail={detail} record={record} />
        </Card>
        <Card title={t('chain.gaps')}>
          <GapList detail={detail} record={record} />
        </Card>
        <Card title={t('measures.title')}>
          <p className={chainClasses.hint}>{t('measures.hint')}</p>
          <MeasureList detail={detail} record={record} />
          <HisKnowledge entries={record.entries} />
          {editor.mayEdit ? (
            <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={() => editor.add('measure')}>
              {t('measures.add')}
            </Button>
          ) : null}
        </Card>
      </div>
    </div>
  )
}
