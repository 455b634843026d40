import type { RiskTool } from '#domain/risk-tool.ts'
import { Button } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import { Checklist } from './checklist.tsx'
import classes from './risk.module.css'
import { WordingForm } from './wording-form.tsx'

type Props = Omit<ComponentProps<typeof Checklist>, 'wording'> & { readonly tool: RiskTool }

/** The checklist in the wording that the team pasted, or the place to paste it. */
export function WordedChecklist({ tool, ...rest }: Props) {
  const t = useT()
  const { version } = rest.definition
  const wording = useApiQuery('risk.wording', { tool, version })
  const remove = useApiCommand('risk.removeWording')
  if (wording.data === undefined) return <RefusalNotice error={wording.error} />
  if (wording.data === null) return <WordingForm key={`${tool} ${version}`} tool={tool} definition={rest.definition} />
  const { items, savedBy, permission } = wording.data
  return (
    <>
      <Checklist {...rest} wording={items} />
      <div className={classes.kept}>
        <p className={classes.dim}>{t('wording.kept', { by: savedBy, permission })}</p>
        <Button size="compact-xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate({ tool, version })}>
          {t('wording.remove')}
        </Button>
        <RefusalNotice error={remove.error} />
      </div>
    </>
  )
}
