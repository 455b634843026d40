import type { ImportKind, ImportReview } from '#contract'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useFieldErrors } from '../../ui/field-errors.ts'
import classes from './imports.module.css'

/** What of a review a mapping is made of. */
export type Placing = Pick<ImportReview, 'columns' | 'mapping' | 'kept' | 'dayFirst' | 'sheet'>

type Props = {
  readonly kind: ImportKind
  readonly placing: Placing
  /** The name under which it stands already. */
  readonly knownAs: string
}

/** Saves which column goes where under a name, for the next file with the same headings. */
export function MappingName({ kind, placing, knownAs }: Props) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState(knownAs)
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const save = useApiCommand('imports.saveMapping', {
    onDone: (_, input) => {
      setSavedAs(input.name)
      setOpen(false)
    },
  })
  const errorOf = useFieldErrors(save.error)
  const { columns, mapping, kept, dayFirst, sheet } = placing

  function keep(): void {
    if (name.trim() === '') return
    save.mutate({
      kind,
      name,
      headings: columns.map(({ header }) => header),
      mapping,
      kept: [...kept],
      dayFirst,
      sheet: sheet?.name ?? '',
    })
  }

  return (
    <div className={classes.naming}>
      <div className={classes.suggestions}>
        {isOpen ? null : (
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            {t('imports.mapping.save')}
          </Button>
        )}
        <span role="status" className={classes.dim}>
          {savedAs === null || isOpen ? '' : t('imports.mapping.saved', { name: savedAs })}
        </span>
      </div>
      {isOpen ? (
        <form
          className={classes.nameForm}
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <TextInput
            label={t('imports.mapping.name')}
            description={t('imports.mapping.hint')}
            value={name}
            maxLength={80}
            data-autofocus
            autoFocus
            error={errorOf('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes.suggestions}>
            <Button size="xs" type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('ui.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setOpen(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
          <RefusalNotice error={save.error} />
        </form>
      ) : null}
    </div>
  )
}
