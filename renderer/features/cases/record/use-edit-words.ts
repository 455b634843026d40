import type { EditName } from '#domain/record/edit.ts'
import { useT } from '../../../i18n/use-t.ts'

/** What an edit did, in words: "note added". */
export function useEditWords(): (edit: EditName) => string {
  const t = useT()
  return ({ subject, entry, change }) =>
    t(`record.edit.${change}`, { what: entry === null ? t(`record.subject.${subject}`) : t(`record.kind.${entry}`) })
}
