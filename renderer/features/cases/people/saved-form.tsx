import type { ReactNode, RefObject } from 'react'
import { useEffect } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import type { FormSaving } from '../saving/use-form-saver.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import classes from './people.module.css'

type Props<Form> = {
  readonly saving: FormSaving<Form, number>
  readonly form: RefObject<HTMLFormElement | null>
  /** What the record has now: taken into the form wherever nothing typed stands against it. */
  readonly now: { readonly id: number; readonly version: number; readonly form: Form }
  /** The problems of its fields are said at the fields; a refusal that names none is said below them. */
  readonly isSaidAtFields: boolean
  readonly children: ReactNode
}

/** The frame of a form about somebody, saved as it is typed: a newer record, what was refused, and whether it is saved. */
export function SavedForm<Form>({ saving, form, now, isSaidAtFields, children }: Props<Form>) {
  const t = useT()
  const { state, flush, take, saveOver } = saving
  const isNewer = (state.status === 'idle' || state.status === 'saved') && now.version > state.place.version
  useEffect(() => {
    if (isNewer) take(now.form, { id: now.id, version: now.version })
  }, [isNewer, take, now])
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void flush()
      }}
    >
      {state.status === 'conflict' ? (
        <ConflictNotice
          onTake={() => take(now.form, { id: now.id, version: now.version })}
          onKeep={() => void saveOver({ id: now.id, version: now.version })}
        />
      ) : null}
      {children}
      {state.status === 'refused' && !isSaidAtFields ? <RefusalNotice error={state.error} onRetry={() => void flush()} /> : null}
      <p role="status" className={classes.dim}>
        {t(`record.status.${state.status}`)}
      </p>
    </form>
  )
}
