// Preloaded into the child process that stands for a utility process: gives it `process.parentPort` and ends it with its parent.
import { EventEmitter } from 'node:events'
import { withoutOpenSslOnly } from './without-openssl.ts'

withoutOpenSslOnly()

const send = process.send?.bind(process)
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    send?.(structuredClone(message))
  },
  start: (): void => undefined,
  pause: (): void => undefined,
})
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
Object.defineProperty(process, 'send', { value: undefined })

// Messages wait for the first listener, as in Electron.
const early: unknown[] = []
process.on('message', (data) => {
  if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] })
  else early.push(data)
})
port.on('newListener', (name) => {
  if (name !== 'message' || early.length === 0) return
  queueMicrotask(() => {
    for (const data of early.splice(0)) port.emit('message', { data, ports: [] })
  })
})
process.on('disconnect', () => {
  process.exit(0)
})
