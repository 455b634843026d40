import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { type DroppedFile, FileDrop } from '../../ui/file-drop.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './sharing.module.css'
import type { Returned } from './use-return.ts'

/** Where a returned list is dropped; asks for the file's password where it is not one of ours. */
export function ReturnDrop({ returned }: { readonly returned: Returned }) {
  const t = useT()
  const { state, read, isReading, readError } = returned
  return (
    <div className={classes.drop}>
      <FileDrop label={t('sharing.return.drop')} accept=".xlsx" isBusy={isReading} onFile={(file) => read(file, '')} />
      <RefusalNotice error={readError} />
      {state.kind === 'password' ? <FilePassword file={state.file} isReading={isReading} onOpen={read} /> : null}
    </div>
  )
}

type Props = { readonly file: DroppedFile; readonly isReading: boolean; readonly onOpen: (file: DroppedFile, password: string) => void }

function FilePassword({ file, isReading, onOpen }: Props) {
  const t = useT()
  const [password, setPassword] = useState('')
  return (
    <form
      className={classes.filePassword}
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '') onOpen(file, password)
      }}
    >
      <PasswordInput
        label={t('sharing.return.password')}
        description={file.fileName}
        autoFocus
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={isReading}>
        {t('sharing.return.open')}
      </Button>
    </form>
  )
}
