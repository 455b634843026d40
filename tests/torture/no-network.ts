import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { lifeOfTheApp, traceTo } from './app/life-of-the-app.ts'
import { inFolder, type Torture } from './torture.ts'
import { readNetworkTrace } from './trace/network-trace.ts'

/** The full form watches for half an hour at least, first run included. */
const LEAST_SECONDS = 30 * 60

/** First run, a month and a lock in a namespace without any network, each system call of the network traced, in every process down to the browser's. */
export const noNetwork: Torture = {
  name: 'no network',
  run: async (scale) => {
    if (process.platform !== 'linux') return { kind: 'skipped', why: 'traces with strace' }
    const { trace, seconds } = await lifeOfTheApp(scale)
    if (trace === null) return { kind: 'skipped', why: 'needs strace and the right to make a network namespace' }
    const { calls, reaching } = trace
    const failures = reaching.map((line) => line.slice(0, 200))
    const tooShort = scale === 'full' && seconds < LEAST_SECONDS ? [`watched for ${seconds.toFixed(0)} s only`] : []
    const control = await inFolder(async (folder) => {
      const file = join(folder, 'trace')
      const [program = '', ...args] = traceTo(file)
      const reach =
        "require('net').connect(9, '127.0.0.1').on('error', () => {}); require('dgram').createSocket('udp6').send('x', 53, '::1', () => process.exit())"
      spawnSync('unshare', ['-n', program, ...args, process.execPath, '-e', reach])
      const { reaching: found } = await readNetworkTrace(file)
      return found.some((line) => line.includes('127.0.0.1')) && found.some((line) => line.includes('::1'))
    })
    return {
      kind: 'ran',
      done: `${String(calls)} calls in ${seconds.toFixed(0)} s of first run, entries, exports, lock: ${String(failures.length)} to a network`,
      tried: calls,
      failures: [...failures, ...tooShort],
      control: { planted: 'a process that connects to a port and sends a datagram', isFound: control },
    }
  },
}
