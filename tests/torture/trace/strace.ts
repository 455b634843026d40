import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The calls by which a program changes files, names of files, or makes either durable. */
export const changingCalls = [
  'openat',
  'write',
  'pwrite64',
  'pwritev',
  'writev',
  'fsync',
  'fdatasync',
  'ftruncate',
  'truncate',
  'fallocate',
  'copy_file_range',
  'sendfile',
  'unlink',
  'unlinkat',
  'rename',
  'renameat',
  'renameat2',
  'mkdir',
  'mkdirat',
  'rmdir',
] as const

/** Why system calls cannot be traced here, or null. */
export function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'only Linux lets a test watch system calls'
  const tried = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true'])
  if (tried.error) return 'strace is not installed'
  return tried.status === 0 ? null : 'strace is not allowed to watch other programs here'
}

/** Arguments with which strace follows a program and all its threads, and writes every changing call whole to a file. */
export function tracing(output: string): readonly string[] {
  return ['-f', '-y', '-xx', '-s', '300000', '--seccomp-bpf', '-e', `trace=${changingCalls.join(',')}`, '-e', 'signal=none', '-o', output]
}

type Traced = { readonly code: number | null; readonly output: string; readonly errors: string }

/** Runs a file of tests/torture under strace, to its end. libuv is given one thread, so that the n-th call is the same one in every run. */
export async function traced(strace: readonly string[], child: string, args: readonly string[]): Promise<Traced> {
  const path = join(import.meta.dirname, '..', child)
  if (!existsSync(path)) throw new Error(`no ${child}`)
  const started = spawn('strace', [...strace, process.execPath, path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  })
  let output = ''
  let errors = ''
  started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  started.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)))
  const code = await new Promise<number | null>((resolve) => started.on('close', resolve))
  return { code, output, errors }
}
