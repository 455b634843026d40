import type { ImportKind, SavedMapping } from '#contract'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import classes from './imports.module.css'

/** The mappings that were saved for files of a kind: what they are called, to be renamed or removed; nothing where there is none. */
export function SavedMappings({ kind }: { readonly kind: ImportKind }) {
  const t = useT()
  const found = useApiQuery('imports.mappings')
  const rename = useApiCommand('imports.renameMapping')
  const remove = useApiCommand('imports.removeMapping')
  const mappings = (found.data ?? []).filter((each) => each.kind === kind)
  if (mappings.length === 0) return null
  return (
    <section aria-labelledby="saved-mappings" className={classes.start}>
      <h2 id="saved-mappings" className={classes.heading}>
        {t('imports.mappings')}
      </h2>
      <p className={classes.dim}>{t('imports.mappings.explain')}</p>
      <RefusalNotice error={rename.error ?? remove.error ?? found.error} />
      <table className={classes.past}>
        <thead>
          <tr>
            <th scope="col">{t('imports.mapping.name')}</th>
            <th scope="col">{t('imports.mapping.columns')}</th>
            <th scope="col">{t('imports.mapping.savedAt')}</th>
            <th scope="col">{t('imports.mapping.change')}</th>
          </tr>
        </thead>
        <tbody>
          {mappings.map((mapping) => (
            <MappingRow
              key={mapping.id}
              mapping={mapping}
              onRename={(name, onDone) => rename.mutate({ id: mapping.id, name }, { onSuccess: onDone })}
              onRemove={() => remove.mutate({ id: mapping.id })}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = {
  readonly mapping: SavedMapping
  readonly onRename: (name: string, onDone: () => void) => void
  readonly onRemove: () => void
}

function MappingRow({ mapping, onRename, onRemove }: RowProps) {
  const t = useT()
  const format = useFormat()
  const [name, setName] = useState<string | null>(null)
  const isKept = name === null || name.trim() === '' || name.trim() === mapping.name
  return (
    <tr>
      <td>
        {name === null ? (
          mapping.name
        ) : (
          <TextInput
            size="xs"
            aria-label={t('imports.mapping.nameOf', { name: mapping.name })}
            value={name}
            maxLength={80}
            autoFocus
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setName(null)
              if (event.key === 'Enter' && !isKept) onRename(name, () => setName(null))
            }}
          />
        )}
      </td>
      <td>{format.number(mapping.columnCount)}</td>
      <td>{format.instant(mapping.savedAt)}</td>
      <td>
        <div className={classes.suggestions}>
          {name === null ? (
            <>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('imports.mapping.renameOf', { name: mapping.name })}
                onClick={() => setName(mapping.name)}
              >
                {t('imports.mapping.rename')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('imports.mapping.removeOf', { name: mapping.name })}
                onClick={onRemove}
              >
                {t('imports.mapping.remove')}
              </Button>
            </>
          ) : (
            <>
              <Button size="compact-xs" disabled={isKept} onClick={() => onRename(name, () => setName(null))}>
                {t('ui.save')}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setName(null)}>
                {t('ui.cancel')}
              </Button>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}
