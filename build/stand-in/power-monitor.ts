import type { PowerMonitor } from 'electron'
import { EventEmitter } from 'node:events'

/** What the operating system tells a running app about power and people. */
export type PowerEvent =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'user-did-resign-active'
  | 'user-did-become-active'
  | 'shutdown'

/** `powerMonitor`: says nothing by itself; the launcher emits its events. */
export function createPowerMonitor() {
  return Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active' as const,
    isOnBatteryPower: () => false,
  } satisfies Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower'>)
}
