import { newestOf } from '#domain/record/newest.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useScreenKeys } from '../../ui/screen-keys.ts'
import { CardButton } from './card.tsx'
import classes from './case.module.css'
import { useEntryEditor } from './record/entry-editor.ts'
import type { CaseTabProps } from './tabs/case-tab.ts'

/** Whether the perpetrator knows of the referral or the meeting. */
export function AwarenessLine({ record }: CaseTabProps) {
  const t = useT()
  const format = useFormat()
  const editor = useEntryEditor()
  const entry = newestOf(record.entries, 'awareness')
  const answer = entry?.content.heKnows ?? 'unknown'
  const change = () => (entry === null ? editor.add('awareness') : editor.open(entry))
  useScreenKeys(editor.mayEdit ? [{ keys: 'k', label: t('awareness.key.edit'), run: change }] : [])
  return (
    <p className={answer === 'yes' ? classes.high : undefined} title={entry === null ? undefined : format.date(entry.content.on)}>
      {answer === 'yes' ? <span aria-hidden>▲ </span> : null}
      {t(`awareness.short.${answer}`)} {editor.mayEdit ? <CardButton onClick={change}>{t('awareness.change')}</CardButton> : null}
    </p>
  )
}
