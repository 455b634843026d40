import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { desktopSignals } from '../../main/desktop-signals.ts'
import { createLock } from '../../main/lock.ts'
import { lockWithDesktop } from '../../main/lock-with-desktop.ts'

const signal = (interfaceName: string, member: string, path = '/org/freedesktop/login1') =>
  `signal time=1795575002.486754 sender=:1.1 -> destination=(null destination) serial=3 path=${path}; interface=${interfaceName}; member=${member}`
const changed = (property: string, value: boolean) => [
  signal('org.freedesktop.DBus.Properties', 'PropertiesChanged', '/org/freedesktop/login1/session/_32'),
  '   string "org.freedesktop.login1.Session"',
  '   array [',
  '      dict entry(',
  `         string "${property}"`,
  `         variant             boolean ${String(value)}`,
  '      )',
  '   ]',
]
const manager = 'org.freedesktop.login1.Manager'

describe('what a desktop says', () => {
  test.each<[string, boolean, readonly string[]]>([
    ['a sleep that begins', true, [signal(manager, 'PrepareForSleep'), '   boolean true']],
    ['a sleep that ended', false, [signal(manager, 'PrepareForSleep'), '   boolean false']],
    ['a shutdown', true, [signal(manager, 'PrepareForShutdown'), '   boolean true']],
    ['the session locked', true, [signal('org.freedesktop.login1.Session', 'Lock')]],
    ['the session unlocked', false, [signal('org.freedesktop.login1.Session', 'Unlock')]],
    ['the session said to be locked', true, changed('LockedHint', true)],
    ['the session said to be unlocked', false, changed('LockedHint', false)],
    ['another person’s session in front', true, changed('Active', false)],
    ['this session in front again', false, changed('Active', true)],
    ['a property of no interest', false, changed('IdleHint', true)],
    ['freedesktop’s screen saver', true, [signal('org.freedesktop.ScreenSaver', 'ActiveChanged'), '   boolean true']],
    ['GNOME’s screen saver', true, [signal('org.gnome.ScreenSaver', 'ActiveChanged'), '   boolean true']],
    ['a screen saver that ended', false, [signal('org.gnome.ScreenSaver', 'ActiveChanged'), '   boolean false']],
    ['something else that became active', false, [signal('org.example.Player', 'ActiveChanged'), '   boolean true']],
    ['a value without a signal', false, ['   boolean true']],
    ['a value after a call of something else', false, [signal(manager, 'PrepareForSleep'), 'method call time=1', '   boolean true']],
  ])('%s: locks %s', (_what, locks, lines) => {
    const isLock = desktopSignals()
    expect(lines.map(isLock).includes(true)).toBe(locks)
  })
})

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 500))

const hasBus = ['dbus-daemon', 'dbus-monitor', 'gdbus'].every((program) => spawnSync(program, ['--help']).error === undefined)

test.runIf(hasBus)('a real bus is listened to: the screen saver locks, and after stopping it does not', async () => {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [first] = (await once(daemon.stdout, 'data')) as [Buffer]
  const environment = { DBUS_SESSION_BUS_ADDRESS: first.toString().trim() }
  const before = process.env['DBUS_SESSION_BUS_ADDRESS']
  Object.assign(process.env, environment)
  const reasons: string[] = []
  const lock = createLock({ monotonic: () => 0, wall: () => 0 }, (reason) => reasons.push(reason))
  const stop = lockWithDesktop(lock, environment)
  const say = (value: string) =>
    spawnSync('gdbus', [
      'emit',
      '--session',
      '--object-path',
      '/org/freedesktop/ScreenSaver',
      '--signal',
      'org.freedesktop.ScreenSaver.ActiveChanged',
      value,
    ])
  try {
    lock.unlocked()
    await expect
      .poll(
        () => {
          say('true')
          return reasons
        },
        { timeout: 5000, interval: 200 },
      )
      .toEqual(['system'])
    // The last of the signals may still be on its way.
    await aMoment()
    lock.unlocked()
    say('false')
    await aMoment()
    expect(lock.isUnlocked()).toBe(true)
    stop()
    await aMoment()
    say('true')
    await aMoment()
    expect(lock.isUnlocked()).toBe(true)
  } finally {
    stop()
    daemon.kill()
    if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = before
  }
})
