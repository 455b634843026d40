import { entriesOf, type Entry } from '#domain/record/entry.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useEntryEditor } from '../record/entry-editor.ts'
import classes from './chain.module.css'

/** Whether he knows of the referral or the meeting; the newest by day is what holds. */
export function HisKnowledge({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useT()
  const format = useFormat()
  const editor = useEntryEditor()
  const newest = entriesOf(entries, 'awareness')
    .toSorted((one, other) => (one.content.on === other.content.on ? one.id - other.id : one.content.on < other.content.on ? -1 : 1))
    .at(-1)
  const answer = newest?.content.heKnows ?? 'unknown'
  return (
    <p className={classes.line}>
      <span>{t('measures.knows')}</span>
      <StatusBadge
        kind={answer === 'yes' ? 'overdue' : answer === 'no' ? 'done' : 'plain'}
        word={
          answer === 'unknown' || newest === undefined
            ? t('measures.knows.unknown')
            : t(`measures.knows.${answer}`, { day: format.date(newest.content.on) })
        }
      />
      {editor.mayEdit ? (
        <Button size="compact-xs" variant="default" onClick={() => editor.add('awareness')}>
          {t('measures.knows.add')}
        </Button>
      ) : null}
    </p>
  )
}
