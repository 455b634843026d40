import { RepeatAnchor, repeatAnchors } from '#domain/repeat-rule.ts'
import type { TeamSettings } from '#domain/settings.ts'
import { NativeSelect, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { SavedField } from './saved-field.tsx'
import classes from './settings.module.css'

type Props = {
  readonly settings: TeamSettings
  readonly errorOf: (path: string) => ReactNode
  readonly onChange: (part: Partial<TeamSettings>) => void
}

/** How the team counts repeats, and whether it decides by vote. */
export function DecidingSettings({ settings, errorOf, onChange }: Props) {
  const t = useT()
  return (
    <section className={classes.section}>
      <h2>{t('settings.deciding')}</h2>
      <NativeSelect
        label={t('settings.repeatAnchor')}
        value={settings.repeatAnchor}
        data={repeatAnchors.map((value) => ({ value, label: t(`settings.repeatAnchor.${value}`) }))}
        onChange={(event) => onChange({ repeatAnchor: RepeatAnchor.parse(event.currentTarget.value) })}
      />
      <SavedField
        label={t('settings.repeatMonths')}
        description={t('settings.repeatMonthsHint')}
        value={String(settings.repeatMonths)}
        inputMode="numeric"
        error={errorOf('repeatMonths')}
        onSave={(text) => onChange({ repeatMonths: Number(text) })}
      />
      <SavedField
        label={t('settings.assessmentStaleDays')}
        description={t('settings.assessmentStaleDaysHint')}
        value={String(settings.assessmentStaleDays)}
        inputMode="numeric"
        error={errorOf('assessmentStaleDays')}
        onSave={(text) => onChange({ assessmentStaleDays: Number(text) })}
      />
      <Switch
        label={t('settings.decidesByVote')}
        description={t('settings.decidesByVoteHint')}
        checked={settings.decidesByVote}
        onChange={(event) => onChange({ decidesByVote: event.currentTarget.checked })}
      />
    </section>
  )
}
