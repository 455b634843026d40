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

/** Looks at the clocks every second. A timer alone would be late after sleep, so every request looks as well. */
export function lockWhenIdle(lock: Lock): void {
  setInterval(lock.isUnlocked, 1000).unref()
}
