import type { CaseId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { flushDrafts } from '../../../ui/drafts.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useScreenKeys } from '../../../ui/screen-keys.ts'
import type { CaseRecord } from '../tabs/case-tab.ts'
import { asksForReason, LoweringReason } from './lowering-reason.tsx'
import classes from './record.module.css'
import { useEditWords } from './use-edit-words.ts'

type Props = { readonly caseId: CaseId; readonly record: CaseRecord; readonly onDone: (text: string) => void }

/** Takes back the newest of the last 50 edits of the case, or does it again; each button says what it would touch. */
export function UndoButtons({ caseId, record, onDone }: Props) {
  const t = useT()
  const words = useEditWords()
  const undo = useApiCommand('record.undo', { onDone: (edit) => onDone(t('record.undone', { what: words(edit) })) })
  const redo = useApiCommand('record.redo', { onDone: (edit) => onDone(t('record.redone', { what: words(edit) })) })

  // What is being typed is saved first: it is the newest edit.
  async function step(way: typeof undo, loweringReason = ''): Promise<void> {
    if (undo.isPending || redo.isPending) return
    await flushDrafts()
    const other = way === undo ? redo : undo
    other.reset()
    way.mutate({ caseId, loweringReason })
  }
  const lowering = [undo, redo].find(({ error }) => asksForReason(error))

  useScreenKeys([
    { keys: 'mod+z', label: t('record.key.undo'), leavesText: true, run: () => void step(undo) },
    { keys: 'mod+shift+z', label: t('record.key.redo'), leavesText: true, run: () => void step(redo) },
    { keys: 'mod+y', label: t('record.key.redo'), leavesText: true, run: () => void step(redo) },
  ])

  return (
    <div className={classes.undo}>
      {lowering === undefined ? (
        <RefusalNotice error={undo.error ?? redo.error} />
      ) : (
        <LoweringReason isPending={lowering.isPending} onGiven={(reason) => void step(lowering, reason)} />
      )}
      {record.redo === null ? null : (
        <Button
          size="compact-xs"
          variant="default"
          classNames={{ label: classes.undoLabel }}
          title={`${t('record.redo', { what: words(record.redo) })}. ${t('record.redo.title')}`}
          onClick={() => void step(redo)}
        >
          {t('record.redo', { what: words(record.redo) })}
        </Button>
      )}
      {record.undo === null ? null : (
        <Button
          size="compact-xs"
          variant="default"
          classNames={{ label: classes.undoLabel }}
          title={`${t('record.undo', { what: words(record.undo) })}. ${t('record.undo.title')}`}
          onClick={() => void step(undo)}
        >
          {t('record.undo', { what: words(record.undo) })}
        </Button>
      )}
    </div>
  )
}
