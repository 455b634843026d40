import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { useFieldErrors } from '../../../ui/field-errors.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { SidePanel } from '../../../ui/side-panel.tsx'
import { WordsField } from '../record/words-field.tsx'
import recordClasses from '../record/record.module.css'
import type { CaseTabProps } from '../tabs/case-tab.ts'
import { CaseSheet } from './case-sheet.tsx'

/** Asks why the page of the case is to be printed, notes it in the record and the log, and prints it. */
export function PrintPanel({ detail, record, onClose }: CaseTabProps & { readonly onClose: () => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [isPrinting, setPrinting] = useState(false)
  const print = useApiCommand('cases.print', { onDone: () => setPrinting(true) })
  const errorOf = useFieldErrors(print.error)
  useEffect(() => {
    if (!isPrinting) return
    // Returns when the dialog of the system is closed.
    window.print()
    onClose()
  }, [isPrinting, onClose])
  return (
    <SidePanel isForm title={t('print.title', { reference: detail.reference })} onClose={onClose}>
      <form
        noValidate
        className={recordClasses.form}
        onSubmit={(event) => {
          event.preventDefault()
          print.mutate({ id: detail.id, reason })
        }}
      >
        <p>{t('print.what')}</p>
        <WordsField
          label={t('print.reason')}
          description={t('print.reasonHint')}
          isRequired
          value={reason}
          error={errorOf('reason')}
          onChange={setReason}
        />
        <p className={recordClasses.dim}>{t('print.warning')}</p>
        <RefusalNotice error={errorOf('reason') === null ? print.error : null} />
        <div className={recordClasses.buttons}>
          <Button type="submit" loading={print.isPending}>
            {t('print.print')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
      {isPrinting ? <CaseSheet detail={detail} record={record} reason={reason} /> : null}
    </SidePanel>
  )
}
