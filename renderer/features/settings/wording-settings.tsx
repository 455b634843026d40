import type { RiskDefinition } from '#domain/risk/definition.ts'
import { versionsOf } from '#domain/risk/definitions.ts'
import { type RiskTool, riskToolNames } from '#domain/risk-tool.ts'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { WordingForm } from '../cases/risk/wording-form.tsx'
import classes from './settings.module.css'

type Version = { readonly key: string; readonly tool: RiskTool; readonly definition: RiskDefinition }

/** The versions of the tools that have items, and so a wording. */
const versions: readonly Version[] = riskToolNames.flatMap((tool) =>
  versionsOf(tool)
    .filter(({ items }) => items.length > 0)
    .map((definition) => ({ key: `${tool} ${definition.version}`, tool, definition })),
)

/** The wording of risk tools that the team pasted: what is kept and under which licence, a place to paste another, and the way to remove one. */
export function WordingSettings({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useT()
  const format = useFormat()
  const kept = useApiQuery('risk.wordings')
  const remove = useApiCommand('risk.removeWording')
  const [chosen, setChosen] = useState<string | null>(null)
  const nameOf = (tool: RiskTool, version: string) => t('wording.version', { tool: t(`riskTool.${tool}`), version })
  const isKept = ({ tool, definition }: Version) =>
    kept.data?.some((each) => each.tool === tool && each.version === definition.version) === true
  const open = versions.find((each) => each.key === chosen && !isKept(each))
  return (
    <section className={classes.section} aria-labelledby="wordings">
      <h2 id="wordings">{t('wording.settings')}</h2>
      <p>{t('wording.text')}</p>
      <RefusalNotice error={kept.error ?? remove.error} />
      {kept.data?.length === 0 ? <p className={classes.dim}>{t('wording.none')}</p> : null}
      <ul className={classes.wordings}>
        {kept.data?.map(({ tool, version, permission, savedBy, savedAt, count }) => (
          <li key={`${tool} ${version}`}>
            <strong>{nameOf(tool, version)}</strong>
            <span className={classes.dim}>{t('wording.keptOn', { by: savedBy, at: format.instant(savedAt), permission, count })}</span>
            {mayEdit ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('wording.removeOf', { name: nameOf(tool, version) })}
                loading={remove.isPending}
                onClick={() => remove.mutate({ tool, version })}
              >
                {t('wording.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <NativeSelect
          label={t('wording.add')}
          value={open?.key ?? ''}
          data={[
            { value: '', label: t('wording.add.none') },
            ...versions
              .filter((each) => !isKept(each))
              .map((each) => ({ value: each.key, label: nameOf(each.tool, each.definition.version) })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      ) : null}
      {mayEdit && open !== undefined ? <WordingForm key={open.key} tool={open.tool} definition={open.definition} /> : null}
    </section>
  )
}
