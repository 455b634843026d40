import { Button } from '@mantine/core'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useNames } from '../ui/names.ts'
import { PageHeaderSlot } from '../ui/page-header-slot.ts'
import { SidePanelSlot } from '../ui/side-panel-slot.ts'
import { useKeyDispatch, useScreenKeys } from '../ui/screen-keys.ts'
import { AccessNotice } from './access-notice.tsx'
import classes from './app-frame.module.css'
import { ClockNotice } from './clock-notice.tsx'
import { DamageNotice } from './damage-notice.tsx'
import { KeysHelp } from './keys-help.tsx'
import { LockButton } from './lock-button.tsx'
import { LogNotice } from './log-notice.tsx'
import { Navigation } from './navigation.tsx'
import { palette } from './palette-store.ts'
import { Palette } from './palette.tsx'
import { QuickHide } from './quick-hide.tsx'
import { useAutoLock } from './use-auto-lock.ts'

/** What stands around every page: the navigation, the head of the page, the names toggle, the palette and the lock. */
export function AppFrame() {
  const t = useT()
  const names = useNames()
  const { secondsLeft, lock } = useAutoLock()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [panelSlot, setPanelSlot] = useState<HTMLElement | null>(null)
  const [areKeysOpen, setKeysOpen] = useState(false)
  const [isHidden, setHidden] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })

  const navigate = useNavigate()
  useKeyDispatch()
  useScreenKeys([
    { keys: 'mod+k', label: t('frame.key.find'), run: palette.open, reach: 'everywhere' },
    { keys: 'mod+shift+f', label: t('search.key.open'), run: () => void navigate({ to: '/search' }), reach: 'everywhere' },
    { keys: 'F9', label: t('frame.key.names'), run: names.toggle, reach: 'always' },
    { keys: 'F8', label: t('hide.key'), run: () => setHidden(true), reach: 'always' },
    { keys: 'mod+shift+h', label: t('frame.key.names'), run: names.toggle, reach: 'always' },
    { keys: '?', label: t('frame.key.keys'), run: () => setKeysOpen(true), reach: 'everywhere' },
    { keys: 'mod+l', label: t('frame.key.lock'), run: lock, reach: 'always' },
  ])

  return (
    <div className={classes.frame}>
      <a
        className={classes.skip}
        href="#page"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('page')?.focus()
        }}
      >
        {t('frame.skip')}
      </a>
      <Navigation />
      <div className={classes.page}>
        <header className={classes.header}>
          <div ref={setSlot} className={classes.slot} />
          <div className={classes.tools}>
            <Button variant="default" size="xs" aria-pressed={!names.areShown} title={t('frame.namesToggle')} onClick={names.toggle}>
              {t(names.areShown ? 'frame.namesOn' : 'frame.namesOff')}
            </Button>
            <Button variant="default" size="xs" rightSection={<Kbd keys="mod+k" />} onClick={palette.open}>
              {t('frame.search')}
            </Button>
            <LockButton secondsLeft={secondsLeft} onLock={lock} />
          </div>
          <AccessNotice />
          <DamageNotice />
          <LogNotice />
          <ClockNotice />
        </header>
        <div className={classes.content}>
          <PageHeaderSlot value={slot}>
            <SidePanelSlot value={panelSlot}>
              <main id="page" tabIndex={-1} className={classes.main} key={path}>
                <Outlet />
              </main>
            </SidePanelSlot>
          </PageHeaderSlot>
          <div ref={setPanelSlot} className={classes.panelSlot} />
        </div>
      </div>
      <Palette onLock={lock} onHide={() => setHidden(true)} />
      <KeysHelp isOpen={areKeysOpen} onClose={() => setKeysOpen(false)} />
      {isHidden ? <QuickHide onShow={() => setHidden(false)} onLock={lock} /> : null}
    </div>
  )
}
