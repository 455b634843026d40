import { entriesOf } from '#domain/record/entry.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import classes from '../case.module.css'
import { useEntryEditor } from '../record/entry-editor.ts'
import { EntryItem } from '../record/entry-item.tsx'
import { newestFirst } from '../record/entry-order.ts'
import type { CaseTabProps } from './case-tab.ts'

/** The team's own words and its votes on the case, newest first. */
export function NotesTab({ detail, record }: CaseTabProps) {
  const t = useT()
  const editor = useEntryEditor()
  const addNote = () => editor.add('note')
  useScreenKeys(editor.mayEdit ? [{ keys: 'n', label: t('record.add', { what: t('record.kind.note') }), run: addNote }] : [])
  const shown = newestFirst([...entriesOf(record.entries, 'note'), ...entriesOf(record.entries, 'vote')])
  const buttons = editor.mayEdit ? (
    <>
      <Button size="xs" onClick={addNote}>
        {t('record.add', { what: t('record.kind.note') })}
      </Button>
      <Button size="xs" variant="default" onClick={() => editor.add('vote')}>
        {t('record.add', { what: t('record.kind.vote') })}
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
        {shown.map((entry) => (
          <EntryItem key={entry.id} detail={detail} entry={entry} />
        ))}
      </ul>
    </>
  )
}
