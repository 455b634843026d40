import { chainGaps, linkFilling } from '#domain/record/chain-gaps.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { today } from '../../../ui/today.ts'
import { useEntryEditor } from '../record/entry-editor.ts'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import classes from './chain.module.css'
import { useLinkWords } from './use-link-words.ts'

/** What should follow in the chain and is not there, each with the button that adds it. */
export function GapList({ detail, record }: CaseTabProps) {
  const t = useT()
  const words = useLinkWords()
  const editor = useEntryEditor()
  const gaps = chainGaps(record.entries, detail.actions, today())
  if (gaps.length === 0) return <p className={classes.dim}>{t('chain.gaps.none')}</p>
  return (
    <ul className={classes.lines}>
      {gaps.map(({ kind, after, days }) => {
        const link = linkFilling(kind)
        return (
          <li key={`${kind}-${after.id}`} className={classes.line}>
            <StatusBadge kind="overdue" word={t(`chainGap.${kind}`)} />
            <span className={classes.dim}>
              {words(after.content)}
              {days === null ? '' : `, ${t('chain.gap.days', { days })}`}
            </span>
            {link === null || !editor.mayEdit ? null : (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => editor.add('chainLink', { link, state: 'waiting', dependsOn: after.id })}
              >
                {t('chain.gap.add', { link: t(`linkKind.${link}`) })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
