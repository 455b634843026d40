import type { ForkOptions, UtilityProcess } from 'electron'
import { fork, type ChildProcess, type IOType } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'

const parentPort = new URL('./parent-port.ts', import.meta.url).href

/** One child process of Node that stands for one of Electron's utility processes. */
export class StandInUtilityProcess extends EventEmitter implements Pick<UtilityProcess, 'pid' | 'kill' | 'postMessage'> {
  readonly stdout: UtilityProcess['stdout']
  readonly stderr: UtilityProcess['stderr']
  readonly #child: ChildProcess
  #isSpawned = false

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    let ended: number | null = null
    let isDisconnected = false
    // The last messages may still be in the pipe when the process is gone.
    const tellExit = (): void => {
      if (ended !== null && isDisconnected) this.emit('exit', ended)
    }
    child.on('spawn', () => {
      this.#isSpawned = true
      this.emit('spawn')
    })
    child.on('message', (message) => this.emit('message', message))
    child.on('error', () => undefined)
    child.on('disconnect', () => {
      isDisconnected = true
      tellExit()
    })
    child.on('exit', (code, signal) => {
      ended = code ?? (signal === null ? 1 : constants.signals[signal])
      tellExit()
    })
  }

  get pid(): number | undefined {
    return this.#isSpawned && this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }

  postMessage(message: unknown): void {
    // The clone refuses what Electron refuses, and makes a plain Uint8Array of a Buffer, as Electron does.
    const clone: unknown = structuredClone(message)
    // A process that has just ended hears nothing more: Electron raises nothing then either.
    if (this.#child.connected) this.#child.send(clone as object, () => undefined)
  }
}

/** `utilityProcess`, and a way to end all its children with the app. */
export function createUtilityProcess(addedEnv: Readonly<Record<string, string>>) {
  const children = new Set<ChildProcess>()
  return {
    utilityProcess: {
      fork: (modulePath: string, args: readonly string[] = [], { env, cwd, stdio = 'inherit', execArgv = [] }: ForkOptions = {}) => {
        const streams = (Array.isArray(stdio) ? stdio.slice(1, 3) : [stdio, stdio]) as IOType[]
        const child = fork(modulePath, args, {
          execArgv: ['--import', parentPort, ...execArgv],
          serialization: 'advanced',
          stdio: ['ignore', ...streams, 'ipc'],
          env: { ...(env ?? process.env), ...addedEnv },
          ...(cwd === undefined ? {} : { cwd }),
        })
        children.add(child)
        child.on('exit', () => children.delete(child))
        return new StandInUtilityProcess(child)
      },
    },
    endChildren: (signal: 'SIGTERM' | 'SIGKILL'): void => {
      for (const child of children) child.kill(signal)
    },
  }
}
