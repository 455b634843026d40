import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { VaultChild } from '../../main/vault-process.ts'

/** The scripted vault as a real child process, behind the same few methods that Electron's utility process has. */
export function forkedVault(...args: readonly string[]): VaultChild {
  const child = fork(join(import.meta.dirname, '../fixtures/scripted-vault.ts'), [...args], {
    serialization: 'advanced',
    execPath: process.execPath,
    execArgv: [],
  })
  return {
    pid: child.pid,
    postMessage: (message) => {
      if (child.connected) child.send(message)
    },
    on: (_event, listener) => child.on('message', listener),
    once: (_event, listener) => child.once('exit', (code) => listener(code ?? 0)),
    kill: () => child.kill(),
  }
}
