import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { desktopSignals, sessionRules, systemRules } from './desktop-signals.ts'
import type { Lock } from './lock.ts'

type Environment = Readonly<Record<string, string | undefined>>

const AGAIN_AFTER_MS = 10_000

/**
 * Locks by what a Linux desktop says over D-Bus; elsewhere the system tells Electron itself. It is listened to through `dbus-monitor`, which
 * comes with D-Bus: a library of our own would be one more to trust. Where that program or the bus is missing, idleness and Electron's own
 * notice of a suspend are what there is. Gives the way to stop.
 */
export function lockWithDesktop(lock: Lock, environment: Environment = process.env): () => void {
  let isStopped = false
  const stops = new Set<() => void>()

  const listen = (bus: '--system' | '--session', rules: readonly string[]): void => {
    if (isStopped) return
    const child = spawn('dbus-monitor', [bus, ...rules], { stdio: ['ignore', 'pipe', 'ignore'] })
    const isLock = desktopSignals()
    const stop = (): void => void child.kill()
    stops.add(stop)
    let isThere = true
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (isLock(line)) lock.lock('system')
    })
    child.on('error', () => {
      isThere = false
    })
    child.on('close', () => {
      stops.delete(stop)
      // The bus was restarted, perhaps; a program that is not there will not be there later either.
      if (isThere && !isStopped) setTimeout(listen, AGAIN_AFTER_MS, bus, rules).unref()
    })
    child.unref()
  }

  if (hasSystemBus(environment)) listen('--system', systemRules)
  // Asked only where there is one: `dbus-monitor` would otherwise start a bus of its own.
  if (hasSessionBus(environment)) listen('--session', sessionRules)
  return () => {
    isStopped = true
    for (const stop of stops) stop()
  }
}

function hasSystemBus(environment: Environment): boolean {
  return environment['DBUS_SYSTEM_BUS_ADDRESS'] !== undefined || existsSync('/run/dbus/system_bus_socket')
}

function hasSessionBus(environment: Environment): boolean {
  return (environment['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== ''
}
