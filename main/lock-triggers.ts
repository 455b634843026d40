import type { PowerMonitor } from 'electron'
import type { Lock } from './lock.ts'

/** Locks when the computer sleeps, its screen is locked, another person takes it over, or it shuts down (security.md 14). */
export function lockWithSystem(power: PowerMonitor, lock: Lock): void {
  const bySystem = (): void => {
    lock.lock('system')
  }
  power.on('suspend', bySystem)
  power.on('lock-screen', bySystem)
  power.on('user-did-resign-active', bySystem)
  power.on('shutdown', bySystem)
}

const LOOK_EVERY_MS = 1000

/**
 * Looks at the clocks when the time is up, and every second besides: a clock may be set, and a timer would be late after sleep. Every request
 * looks as well.
 */
export function lockWhenIdle(lock: Lock): void {
  const look = (): void => {
    const left = Math.ceil(lock.locksInMs())
    setTimeout(look, left > 0 && left < LOOK_EVERY_MS ? left : LOOK_EVERY_MS).unref()
  }
  look()
}
