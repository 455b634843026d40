import type { RiskDefinition } from '#domain/risk/definition.ts'
import { linesOfItems } from '#domain/risk/wording.ts'
import type { RiskTool } from '#domain/risk-tool.ts'
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useApiCommand } from '../../../api.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import classes from './risk.module.css'

/** Takes the wording that a licensed team pastes, with its word that it may. It stands inside the form of an assessment, and is none itself. */
export function WordingForm({ tool, definition }: { readonly tool: RiskTool; readonly definition: RiskDefinition }) {
  const t = useT()
  const [pasted, setPasted] = useState('')
  const [permission, setPermission] = useState('')
  const [isLicensed, setLicensed] = useState(false)
  const save = useApiCommand('risk.saveWording')
  const lines = linesOfItems(pasted)
  const { items, version } = definition
  const isWhole = lines.length === items.length
  return (
    <section className={classes.wording} aria-label={t('wording.title')}>
      <p>{t('wording.text')}</p>
      <Textarea
        label={t('wording.paste', { count: items.length })}
        description={t('wording.lines', { given: lines.length, count: items.length })}
        autosize
        minRows={4}
        maxRows={12}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <TextInput label={t('wording.permission')} value={permission} onChange={(event) => setPermission(event.currentTarget.value)} />
      <Checkbox label={t('wording.isLicensed')} checked={isLicensed} onChange={(event) => setLicensed(event.currentTarget.checked)} />
      <RefusalNotice error={save.error} />
      <div>
        <Button
          size="xs"
          variant="default"
          loading={save.isPending}
          disabled={!isWhole || !isLicensed || permission.trim() === ''}
          onClick={() =>
            save.mutate({
              tool,
              version,
              permission,
              isLicensed: true,
              items: Object.fromEntries(items.map(({ topic }, index) => [topic, lines[index] ?? ''])),
            })
          }
        >
          {t('wording.save')}
        </Button>
      </div>
    </section>
  )
}
