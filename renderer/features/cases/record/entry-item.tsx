import type { CaseDetail } from '#domain/case.ts'
import { dayOf, type Entry } from '#domain/record/entry.ts'
import { UnstyledButton } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useEntryEditor } from './entry-editor.ts'
import { ProvenanceMarks } from './provenance-marks.tsx'
import classes from './record.module.css'
import { useEntryWords } from './use-entry-words.ts'

/** One entry as a line of a list, which opens it. */
export function EntryItem({ detail, entry }: { readonly detail: CaseDetail; readonly entry: Entry }) {
  const t = useT()
  const format = useFormat()
  const words = useEntryWords(detail)
  const editor = useEntryEditor()
  const day = dayOf(entry.content)
  const { title, text } = words(entry.content)
  return (
    <li>
      <UnstyledButton className={classes.item} aria-expanded={editor.openedId === entry.id} onClick={() => editor.open(entry)}>
        <span className={classes.itemHead}>
          <span className={classes.dim}>{day === null ? t('record.undated') : format.date(day)}</span>
          <strong>{title}</strong>
          <ProvenanceMarks provenance={entry.provenance} />
        </span>
        {text === '' ? null : (
          <span className={classes.itemText} dir="auto">
            {text}
          </span>
        )}
      </UnstyledButton>
    </li>
  )
}
