import type { Session } from 'electron'
import { APP_ORIGIN } from './app-scheme.ts'
import type { IncidentLog } from './incident-log.ts'

/**
 * Takes from a session everything that reaches outside the app: permissions, devices, downloads, dictionaries, and every request that
 * is not to our own scheme (security.md 25, 34, 36). No permission is left: what is copied goes through main (copied-text.ts).
 */
export function hardenSession(session: Session, log: IncidentLog, isDeveloping: boolean): void {
  // Electron fetches a dictionary unless told otherwise here, whatever the window's own preferences say (security.md 1.14).
  session.setSpellCheckerEnabled(false)

  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)

  session.webRequest.onBeforeRequest((details, callback) => {
    const isAllowed = isAppUrl(details.url) || (isDeveloping && details.url.startsWith('devtools://'))
    if (!isAllowed) log.record('requestBlocked')
    callback({ cancel: !isAllowed })
  })

  session.on('will-download', (event) => {
    log.record('downloadBlocked')
    event.preventDefault()
  })
}

/** True for an address of our own page and its files. */
export function isAppUrl(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`)
}
