import type { AgendaItem } from '#domain/meeting.ts'
import { Button, TextInput } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { useLine } from './use-line.ts'
import classes from './run.module.css'

type Props = { readonly item: AgendaItem; readonly onDefer: (reason: string) => Promise<void>; readonly onCancel: () => void }

/** Asks why a case is not heard today. */
export function DeferForm({ item, onDefer, onCancel }: Props) {
  const t = useT()
  const line = useLine(`deferLine:${item.listingId}`)
  return (
    <form
      className={classes.deferForm}
      onSubmit={(event) => {
        event.preventDefault()
        if (line.text.trim() !== '') line.send(onDefer)
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        className={classes.reasonInput}
        aria-label={t('run.defer.why', { reference: item.caseReference })}
        placeholder={t('run.defer.why', { reference: item.caseReference })}
        value={line.text}
        maxLength={1000}
        onChange={(event) => line.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
      />
      <Button type="submit" size="xs" disabled={line.text.trim() === ''}>
        {t('run.defer')}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
      <RefusalNotice error={line.error} />
    </form>
  )
}
