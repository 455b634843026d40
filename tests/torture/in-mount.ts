import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Outcome } from './torture.ts'

/** Why a file system of its own cannot be had here, or null. */
function whyNoMount(): string | null {
  if (process.platform !== 'linux') return 'only Linux can give a test a file system of its own'
  if (process.getuid?.() !== 0) return 'only root can mount a file system'
  return spawnSync('unshare', ['-m', 'true']).status === 0 ? null : 'unshare -m is not allowed here'
}

/**
 * Runs `child` (a file beside this one) in a mount namespace of its own, on a fresh file system in memory of so many KiB at `folder`, and answers
 * what it says as JSON on its last line. Skipped, with the reason, where that cannot be had.
 */
export async function inMount(child: string, folder: string, kib: number, ...args: readonly string[]): Promise<Outcome> {
  const why = whyNoMount()
  if (why !== null) return { kind: 'skipped', why }
  const script = 'mount -t tmpfs -o size="$1"k,mode=700 tmpfs "$2" && shift 2 && exec "$@"'
  const started = spawn(
    'unshare',
    [
      '-m',
      '--propagation',
      'private',
      'sh',
      '-c',
      script,
      'sh',
      String(kib),
      folder,
      process.execPath,
      join(import.meta.dirname, child),
      folder,
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let errors = ''
  started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  started.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise((resolve) => started.on('close', resolve))
  const last = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0) throw new Error(`${child} ended with ${String(code)}: ${errors.slice(-600)}`)
  return JSON.parse(last) as Outcome
}
