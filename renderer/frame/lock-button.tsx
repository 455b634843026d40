import { Button } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import classes from './app-frame.module.css'

const warnsFromSeconds = 30

type Props = { readonly secondsLeft: number | null; readonly onLock: () => void }

/** The lock, always in sight, with the time until it locks by itself. */
export function LockButton({ secondsLeft, onLock }: Props) {
  const t = useT()
  const isSoon = secondsLeft !== null && secondsLeft <= warnsFromSeconds
  const time =
    secondsLeft === null
      ? ''
      : isSoon
        ? t('frame.lockInSeconds', { seconds: secondsLeft })
        : t('frame.lockIn', { minutes: Math.ceil(secondsLeft / 60) })
  return (
    <>
      <Button variant="default" size="xs" onClick={onLock} aria-label={t('frame.lockLabel', { time })} title={t('frame.lockNow')}>
        <svg aria-hidden width="12" height="12" viewBox="0 0 12 12" className={classes.lockShape}>
          <path d="M3 5V3.5a3 3 0 0 1 6 0V5h1v6H2V5zm1.5 0h3V3.5a1.5 1.5 0 0 0-3 0z" fill="currentColor" />
        </svg>
        {t('frame.lock')} {time}
      </Button>
      {isSoon ? (
        <span role="alert" className={classes.lockSoon}>
          {t('frame.lockSoon')}
        </span>
      ) : null}
    </>
  )
}
