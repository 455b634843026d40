import { Locale, locales, Region, regions, TeamSettings } from '#domain/settings.ts'
import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useLanguage } from '../../i18n/language.ts'
import { localeNames } from '../../i18n/locale-names.ts'
import { termValues } from '../../i18n/term-values.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldErrors } from '../../ui/field-errors.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RecordsPlaceNotice } from '../../ui/place-notice.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { DecidingSettings } from './deciding-settings.tsx'
import { RecordsLinks } from './records-links.tsx'
import { SavedField } from './saved-field.tsx'
import classes from './settings.module.css'
import { WordingSettings } from './wording-settings.tsx'

const { colorScheme: ColorScheme } = TeamSettings.shape

/** The team's settings; each is saved as it is changed. */
export function SettingsPage() {
  const t = useT()
  const { locale } = useLanguage()
  const settings = useApiQuery('settings.get').data ?? null
  const role = useApiQuery('keys.me').data?.role
  const mayEdit = role !== undefined && role !== 'readOnly'
  const host = useApiQuery('app.host').data
  const place = useApiQuery('app.place').data
  const save = useApiCommand('settings.save')
  // What was sent a moment ago is not yet in what was read: a second change must not take it back.
  const sent = useRef<Partial<TeamSettings>>({})
  const errorOf = useFieldErrors(save.error)
  if (settings === null) return <PageHeader title={t('frame.settings')} />
  const change = (part: Partial<TeamSettings>) => {
    sent.current = { ...sent.current, ...part }
    save.mutate(
      { ...settings, ...sent.current },
      {
        onSettled: () => {
          sent.current = {}
        },
      },
    )
  }

  return (
    <>
      <PageHeader
        title={t('frame.settings')}
        detail={<span role="status">{t(save.isSuccess ? 'settings.saved' : 'settings.intro')}</span>}
      />
      <RefusalNotice error={save.error} />
      <RecordsPlaceNotice abroad={place} />
      <div className={classes.sections}>
        <section className={classes.section}>
          <h2>{t('settings.team')}</h2>
          <SavedField
            label={t('settings.teamName')}
            value={settings.teamName}
            error={errorOf('teamName')}
            onSave={(teamName) => change({ teamName })}
          />
          <SavedField
            label={t('settings.coordinatorName')}
            description={t('settings.coordinatorHint')}
            value={settings.coordinatorName}
            error={errorOf('coordinatorName')}
            onSave={(coordinatorName) => change({ coordinatorName })}
          />
        </section>
        <section className={classes.section}>
          <h2>{t('settings.words')}</h2>
          <NativeSelect
            label={t('settings.locale')}
            value={settings.locale}
            data={locales.map((value) => ({ value, label: localeNames[value] }))}
            onChange={(event) => change({ locale: Locale.parse(event.currentTarget.value) })}
          />
          <NativeSelect
            label={t('settings.region')}
            value={settings.region}
            data={regions.map((value) => ({
              value,
              label: t('settings.regionOption', {
                region: t(`vault.region.${value}`),
                words: t('vault.region.words', termValues(locale, value)),
              }),
            }))}
            onChange={(event) => change({ region: Region.parse(event.currentTarget.value) })}
          />
        </section>
        <DecidingSettings settings={settings} errorOf={errorOf} onChange={change} />
        <section className={classes.section}>
          <h2>{t('settings.lock')}</h2>
          <SavedField
            label={t('settings.lockAfter')}
            description={t('settings.lockAfterHint')}
            value={String(settings.lockAfterMinutes)}
            inputMode="numeric"
            error={errorOf('lockAfterMinutes')}
            onSave={(text) => change({ lockAfterMinutes: Number(text) })}
          />
        </section>
        <section className={classes.section}>
          <h2>{t('keys.title')}</h2>
          <p>{t('settings.access')}</p>
          <div>
            <Button variant="default" renderRoot={(props) => <Link to="/settings/keys" {...props} />}>
              {t('settings.access.open')}
            </Button>
          </div>
        </section>
        <section className={classes.section}>
          <h2>{t('backups.title')}</h2>
          <p>{t('backups.intro')}</p>
          <div>
            <Button variant="default" renderRoot={(props) => <Link to="/backups" {...props} />}>
              {t('settings.backups.open')}
            </Button>
          </div>
        </section>
        <WordingSettings mayEdit={mayEdit} />
        <RecordsLinks />
        <section className={classes.section}>
          <h2>{t('settings.look')}</h2>
          <NativeSelect
            label={t('settings.colorScheme')}
            value={settings.colorScheme}
            data={ColorScheme.unwrap().options.map((value) => ({ value, label: t(`settings.colorScheme.${value}`) }))}
            onChange={(event) => change({ colorScheme: ColorScheme.parse(event.currentTarget.value) })}
          />
        </section>
      </div>
      {host === undefined ? null : <p className={classes.version}>{t('settings.version', { version: host.version })}</p>}
    </>
  )
}
