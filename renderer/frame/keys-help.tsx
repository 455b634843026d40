import { Modal } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useRegisteredKeys } from '../ui/screen-keys.ts'
import classes from './keys-help.module.css'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** The keys of the screen in sight. */
export function KeysHelp({ isOpen, onClose }: Props) {
  const t = useT()
  const keys = useRegisteredKeys()
  return (
    <Modal.Root opened={isOpen} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content>
        {/* The kit makes it a header element, which outside an article is the page's own banner to a screen reader. */}
        <Modal.Header role="presentation">
          <Modal.Title>{t('frame.keysOfScreen')}</Modal.Title>
          <Modal.CloseButton aria-label={t('frame.close')} />
        </Modal.Header>
        <Modal.Body>
          <dl className={classes.keys}>
            {keys.map(({ keys: chord, label }) => (
              <div key={`${chord} ${label}`} className={classes.row}>
                <dt>
                  <Kbd keys={chord} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
