import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Outcome } from './torture.ts'

/** Runs a file beside this one in a process of its own, and answers what it says as JSON on its last line. */
export async function outcomeOfChild(child: string, args: readonly string[]): Promise<Outcome> {
  const started = spawn(process.execPath, [join(import.meta.dirname, child), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  started.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)))
  const code = await new Promise((resolve) => started.on('close', resolve))
  if (code !== 0) throw new Error(`${child} ended with ${String(code)}: ${errors.slice(-600)}`)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Outcome
}
