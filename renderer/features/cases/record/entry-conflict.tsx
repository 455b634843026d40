import type { CaseDetail } from '#domain/case.ts'
import type { Entry } from '#domain/record/entry.ts'
import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { useSaid } from '../use-said.ts'
import { type EntryForm, readEntryForm } from './entry-form.ts'
import { entryTexts } from './entry-text.ts'
import classes from './record.module.css'

type Props = {
  readonly detail: CaseDetail
  readonly mine: EntryForm
  /** Null where the entry is gone from the record. */
  readonly stored: Entry | null
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Says that the record has a newer form of the entry than the one that was typed over, with the words of both, and lets the person choose. */
export function EntryConflict({ detail, mine, stored, onKeepMine, onTakeTheirs }: Props) {
  const t = useT()
  const said = useSaid(detail)
  const { draft } = readEntryForm(mine, { caseId: detail.id, id: null, version: 0 })
  const words = (texts: readonly string[]) => (texts.length === 0 ? t('record.conflict.noWords') : texts.map(said).join(' · '))
  return (
    <div role="alert" className={classes.conflict}>
      <h3>{t('record.conflict.title')}</h3>
      <p>{t('record.conflict.text')}</p>
      <dl>
        <dt>{t('record.conflict.stored')}</dt>
        <dd>{stored === null ? t('record.conflict.gone') : words(entryTexts(stored.content))}</dd>
        <dt>{t('record.conflict.mine')}</dt>
        <dd>{words(draft === null ? [] : entryTexts(draft.content))}</dd>
      </dl>
      <div className={classes.buttons}>
        <Button size="xs" onClick={onKeepMine}>
          {t('record.conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('record.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
