import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepMemoryOutOfDumps } from '../../main/core-dumps.ts'
import { temporaryFolder } from '../support/open-vault.ts'

const onLinux = test.skipIf(process.platform !== 'linux')
const filterOf = (pid: number | undefined) => readFileSync(`/proc/${String(pid)}/coredump_filter`, 'latin1').trim()

onLinux('keeps memory out of the dumps of this process, of those that are already there, and of those that come', async () => {
  const held = filterOf(process.pid)
  const before = spawn('sleep', ['60'], { stdio: 'ignore' })
  await once(before, 'spawn')
  try {
    expect(Number.parseInt(filterOf(before.pid), 16), 'the system’s own: memory is dumped').toBeGreaterThan(0)
    expect(keepMemoryOutOfDumps()).toEqual([])
    const after = spawn('sleep', ['60'], { stdio: 'ignore' })
    await once(after, 'spawn')
    for (const pid of [process.pid, before.pid, after.pid]) expect(filterOf(pid)).toBe('00000000')
    after.kill()
  } finally {
    writeFileSync('/proc/self/coredump_filter', `0x${held}`)
    before.kill()
  }
})

onLinux('the vault closes its own, whoever starts it', async () => {
  const child = fork(join(import.meta.dirname, '../../main/vault/index.ts'), [temporaryFolder()], {
    serialization: 'advanced',
    execArgv: ['--import', join(import.meta.dirname, '../../build/stand-in/parent-port.ts')],
  })
  child.send({ id: 1, request: { kind: 'status' } })
  await once(child, 'message')
  expect(filterOf(child.pid)).toBe('00000000')
  child.kill()
})

test('names the process of which it does not hold', () => {
  const proc = temporaryFolder()
  const own = join(proc, String(process.pid))
  mkdirSync(join(own, 'task', '1'), { recursive: true })
  writeFileSync(join(own, 'task', '1', 'children'), '4711 ')
  // A folder in the place of the file: it can be neither written nor read.
  mkdirSync(join(proc, '4711', 'coredump_filter'), { recursive: true })
  writeFileSync(join(own, 'coredump_filter'), '33')
  expect(keepMemoryOutOfDumps(proc, 'linux')).toEqual([4711])
  expect(readFileSync(join(own, 'coredump_filter'), 'latin1')).toBe('0')
  expect(keepMemoryOutOfDumps(proc, 'win32')).toEqual([])
})
