import type { WebContents } from 'electron'
import type { IncidentLog } from './incident-log.ts'

/** Nothing on a page leads anywhere else: no navigation, no redirect, no frame, no second window, no webview (security.md 43). */
export function denyNavigation(contents: WebContents, log: IncidentLog): void {
  const deny = (event: { preventDefault: () => void }): void => {
    log.record('navigationBlocked')
    event.preventDefault()
  }
  contents.on('will-navigate', deny)
  contents.on('will-redirect', deny)
  contents.on('will-frame-navigate', deny)
  contents.on('will-attach-webview', deny)
  contents.setWindowOpenHandler(() => {
    log.record('navigationBlocked')
    return { action: 'deny' }
  })
}
