import { accept, refuse, type Refusal } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import { keepMemoryOutOfDumps } from '../core-dumps.ts'
import { refusalOfFileError } from './file-errors.ts'
import type { ToVault, VaultAnswer, VaultReply, VaultRequest } from './protocol.ts'
import { agreeWithPage, type VaultSeal } from './seal.ts'
import { sealedRequests } from './sealed-requests.ts'
import { vaultOf } from './vault.ts'

const folder = process.argv.at(-1)
if (!folder) throw new Error('the vault needs its data folder')
// Whatever this process writes is for its own user alone (security requirement 32).
process.umask(0o077)
if (keepMemoryOutOfDumps().length > 0) process.stderr.write('caseboard: dumpsNotClosed vault\n')
const vault = vaultOf(folder)
const run = sealedRequests(vault, folder)

/** Agreed with the page that has greeted last: there is one window, and an older page is gone. */
let seal: VaultSeal | null = null

async function answer(request: VaultRequest): Promise<VaultReply> {
  switch (request.kind) {
    case 'status':
      return { kind: 'clear', reply: accept(vault.status()) }
    case 'greet': {
      const agreed = agreeWithPage(request.pageKey)
      seal = agreed.seal
      return { kind: 'clear', reply: accept(agreed.vaultKey) }
    }
    case 'sealed':
      return answerSealed(request)
    case 'discardLists':
      return { kind: 'clear', reply: (await vault.run('sharing.discard', { listIds: request.listIds })).reply }
    case 'leave':
      return { kind: 'clear', reply: await vault.leave() }
    case 'close':
      vault.close()
      process.exit(0)
  }
}

async function answerSealed({ name, sealed, place }: Extract<VaultRequest, { readonly kind: 'sealed' }>): Promise<VaultReply> {
  const opened = seal?.open(name, sealed) ?? null
  if (opened === null) return { kind: 'unknownSeal' }
  try {
    const { reply, files, outcome } = await run(name, opened.input, place)
    return { kind: 'sealed', sealed: opened.answer(reply), outcome, ...(files ? { files } : {}) }
  } catch (error) {
    return { kind: 'sealed', sealed: opened.answer(refuse(refusalOfError(error, name))), outcome: { ok: false } }
  }
}

/** A refusal for what the disk did, and one opaque refusal for a bug: its id goes to the log, its content nowhere. */
function refusalOfError(error: unknown, what: string): Refusal {
  const refusal = refusalOfFileError(error)
  if (refusal) return refusal
  const incident = randomBytes(4).toString('hex')
  const place = error instanceof Error ? (/\(?([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1] ?? '') : ''
  process.stderr.write(`vault incident ${incident} ${what} ${error instanceof Error ? error.name : 'unknown'} ${place}\n`)
  return { code: 'unexpected', incident }
}

process.parentPort.on('message', ({ data: { id, request } }: { data: ToVault }) => {
  void answer(request)
    .catch((error: unknown): VaultReply => ({ kind: 'clear', reply: refuse(refusalOfError(error, request.kind)) }))
    .then((reply) => process.parentPort.postMessage({ id, ...reply } satisfies VaultAnswer))
})
