import { Button } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import classes from './people.module.css'

type Props = { readonly onTake: () => void; readonly onKeep: () => void }

/** Says that the record has a newer form than the one that was typed over, and lets the person choose. */
export function ConflictNotice({ onTake, onKeep }: Props) {
  const t = useT()
  return (
    <div role="alert" className={classes.likely}>
      <p>{t('people.conflict')}</p>
      <Button size="xs" onClick={onTake}>
        {t('people.conflict.take')}
      </Button>
      <Button size="xs" variant="default" onClick={onKeep}>
        {t('people.conflict.keep')}
      </Button>
    </div>
  )
}
