import { Button } from '@mantine/core'
import { useApiCommand } from '../api.ts'
import { useT } from '../i18n/use-t.ts'
import { PrintedSheet } from './printed-sheet.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import classes from './secrets.module.css'

type Props = { readonly groups: readonly string[]; readonly onKept: () => void }

/** A recovery key that was just made, to be printed or saved before it is typed back. */
export function RecoveryKey({ groups, onKept }: Props) {
  const t = useT()
  const save = useApiCommand('vault.saveRecoveryKey', { isQuiet: true })
  return (
    <div className={classes.form}>
      <ol className={classes.groups} aria-label={t('vault.recovery.label')}>
        {groups.map((group, index) => (
          <li key={index} className={classes.group}>
            <span aria-hidden className={classes.groupNumber}>
              {index + 1}
            </span>
            <span className={classes.groupText}>{group}</span>
          </li>
        ))}
      </ol>
      <div className={classes.row}>
        <Button variant="default" onClick={() => window.print()}>
          {t('vault.recovery.print')}
        </Button>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          {t('vault.recovery.save')}
        </Button>
        <span role="status">{save.data?.saved === true ? t('vault.recovery.saved') : ''}</span>
      </div>
      <p className={classes.quiet}>{t('vault.recovery.printWarning')}</p>
      <RefusalNotice error={save.error} />
      <div className={classes.row}>
        <Button onClick={onKept}>{t('vault.recovery.haveIt')}</Button>
      </div>
      <PrintedSheet>
        <h1>{t('vault.recovery.sheetTitle')}</h1>
        <p>{t('vault.recovery.sheetText')}</p>
        <ol className={classes.sheetGroups}>
          {groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ol>
      </PrintedSheet>
    </div>
  )
}
