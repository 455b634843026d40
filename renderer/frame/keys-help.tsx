import { Modal } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { Kbd } from '../ui/kbd.tsx'
import { keysByLabel, type ScreenKey, useRegisteredKeys } from '../ui/screen-keys.ts'
import classes from './keys-help.module.css'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** The keys of the screen in sight, and apart from them those of every screen. */
export function KeysHelp({ isOpen, onClose }: Props) {
  const t = useT()
  const keys = useRegisteredKeys()
  const ofScreen = keys.filter(({ reach }) => reach === undefined)
  return (
    <Modal.Root opened={isOpen} onClose={onClose} transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content>
        {/* The kit makes it a header element, which outside an article is the page's own banner to a screen reader. */}
        <Modal.Header role="presentation">
          <Modal.Title>{t('frame.keysOfScreen')}</Modal.Title>
          <Modal.CloseButton aria-label={t('frame.close')} />
        </Modal.Header>
        <Modal.Body>
          {ofScreen.length === 0 ? null : <KeyList keys={ofScreen} />}
          <h3 className={classes.heading}>{t('frame.keysEverywhere')}</h3>
          <KeyList keys={keys.filter(({ reach }) => reach !== undefined)} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function KeyList({ keys }: { readonly keys: readonly ScreenKey[] }) {
  return (
    <dl className={classes.keys}>
      {keysByLabel(keys).map(({ label, chords }) => (
        <div key={label} className={classes.row}>
          <dt>
            {chords.map((chord) => (
              <Kbd key={chord} keys={chord} />
            ))}
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}
