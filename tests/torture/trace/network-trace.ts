import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** How many calls a trace holds, and its lines that reach for a network. */
export type NetworkTrace = { readonly calls: number; readonly reaching: readonly string[] }

/** True where a line of a trace reaches for a network: an address is connected to, bound or sent to. Local sockets and the kernel's own are none. */
function reachesOut(line: string): boolean {
  return /\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(/.test(line) && /sa_family=AF_INET6?\b/.test(line)
}

/** Reads a trace line by line: that of half an hour is longer than a string may be. */
export async function readNetworkTrace(file: string): Promise<NetworkTrace> {
  let calls = 0
  const reaching: string[] = []
  for await (const line of createInterface({ input: createReadStream(file, 'latin1'), crlfDelay: Infinity })) {
    if (/^\d+ +\w+\(/.test(line)) calls += 1
    if (reachesOut(line)) reaching.push(line)
  }
  return { calls, reaching }
}
