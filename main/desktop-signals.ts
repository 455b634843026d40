/** What a desktop on Linux says over D-Bus before or when somebody can no longer be sure who sits at the computer (security.md 1.13, 3.3). */
export const systemRules: readonly string[] = [
  "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
  "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.login1.Manager',member='PrepareForShutdown'",
  "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.login1.Session',member='Lock'",
  "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.DBus.Properties',member='PropertiesChanged',path_namespace='/org/freedesktop/login1/session'",
]
/** The screen savers of freedesktop, GNOME, Cinnamon, MATE and Xfce have the same signal under different names. */
export const sessionRules: readonly string[] = ["type='signal',member='ActiveChanged'"]

/**
 * Reads what `dbus-monitor` prints, line by line; true for a line that means: lock. A sleep that begins, a lock of the session, another person's
 * session coming to the front, a screen saver that starts. Their ends mean nothing.
 */
export function desktopSignals(): (line: string) => boolean {
  let member = ''
  let property = ''
  return (line) => {
    const head = /^signal .*interface=(\S+); member=(\S+)$/.exec(line)
    if (head) {
      const [, from = '', name = ''] = head
      const isHeard = name !== 'ActiveChanged' || /\.ScreenSaver$/i.test(from)
      member = isHeard ? name : ''
      property = ''
      return name === 'Lock' && from === 'org.freedesktop.login1.Session'
    }
    if (/^\S/.test(line)) member = ''
    property = /^\s+string "(\w+)"$/.exec(line)?.[1] ?? property
    const value = /^\s+(?:variant\s+)?boolean (true|false)$/.exec(line)?.[1]
    if (value === undefined) return false
    if (member === 'PropertiesChanged')
      return (property === 'LockedHint' && value === 'true') || (property === 'Active' && value === 'false')
    return ['PrepareForSleep', 'PrepareForShutdown', 'ActiveChanged'].includes(member) && value === 'true'
  }
}
