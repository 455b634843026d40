import { entriesOf } from '#domain/record/entry.ts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import classes from '../case.module.css'
import { useEntryEditor } from '../record/entry-editor.ts'
import { EntryItem } from '../record/entry-item.tsx'
import { newestFirst } from '../record/entry-order.ts'
import type { CaseTabProps } from './case-tab.ts'

/** So many are drawn at once; the timeline finds every one. */
const step = 100

/** The team's own words and its votes on the case, newest first. */
export function NotesTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  const [limit, setLimit] = useState(step)
  const addNote = () => editor.add('note')
  useScreenKeys(editor.mayEdit ? [{ keys: 'n', label: t('case.notes.add'), run: addNote }] : [])
  const shown = newestFirst([...entriesOf(record.entries, 'note'), ...entriesOf(record.entries, 'vote')])
  const buttons = editor.mayEdit ? (
    <>
      <Button size="xs" onClick={addNote}>
        {t('case.notes.add')}
      </Button>
      <Button size="xs" variant="default" onClick={() => editor.add('vote')}>
        {t('case.notes.addVote')}
      </Button>
    </>
  ) : null
  if (shown.length === 0) {
    return (
      <EmptyState title={t('case.notes.empty')} text={t('case.notes.empty.text')}>
        {buttons}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={classes.buttons}>{buttons}</div>
      <ul className={classes.list}>
        {shown.slice(0, limit).map((entry) => (
          <EntryItem key={entry.id} detail={detail} entry={entry} />
        ))}
      </ul>
      {shown.length > limit ? (
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => setLimit(limit + step)}>
            {t('case.notes.more', { count: shown.length - limit })}
          </Button>
        </div>
      ) : null}
    </>
  )
}
