import { accept, refuse, type Result } from '#domain/refusal.ts'
import { randomBytes } from 'node:crypto'
import { refusalOfFileError } from './file-errors.ts'
import type { RestoreStep, ToVault, VaultAnswer, VaultRequest } from './protocol.ts'
import { foundBackups } from './restoring/found-backups.ts'
import { vaultOf } from './vault.ts'

const folder = process.argv.at(-1)
if (!folder) throw new Error('the vault needs its data folder')
const dataFolder = folder
// Whatever this process writes is for its own user alone (security requirement 32).
process.umask(0o077)
const vault = vaultOf(dataFolder)

async function answer(request: VaultRequest): Promise<Omit<VaultAnswer, 'id'>> {
  switch (request.kind) {
    case 'status':
      return { reply: { ok: true, value: vault.status() } }
    case 'prepare':
      return { reply: await vault.prepare(request.passphrase) }
    case 'recoveryKeyFile':
      return { reply: vault.recoveryKeySheet() }
    case 'create':
      return { reply: vault.create(request.typedGroups) }
    case 'unlock':
      return { reply: await vault.unlock(request.passphrase) }
    case 'unlockWithRecoveryKey':
      return { reply: await vault.unlockWithRecoveryKey(request.recoveryKey) }
    case 'operation':
      return vault.run(request.name, request.input, request.place)
    case 'restore':
      return { reply: await restore(request.step) }
    case 'leave':
      return { reply: await vault.leave() }
    case 'close':
      vault.close()
      process.exit(0)
  }
}

async function restore(step: RestoreStep): Promise<Result<unknown>> {
  const { restoring } = vault
  switch (step.do) {
    case 'found':
      return accept(await foundBackups(dataFolder))
    case 'choose':
      return restoring.choose(step.place)
    case 'rehearse':
      return restoring.rehearse(step.secret)
    case 'salvage':
      return restoring.salvage(step.secret)
    case 'commit':
      return restoring.commit()
    case 'giveUp':
      restoring.forget()
      return accept(null)
  }
}

/** A refusal for what the disk did, and one opaque refusal for a bug: its id goes to the log, its content nowhere. */
function answerOfError(error: unknown, request: VaultRequest): Omit<VaultAnswer, 'id'> {
  const refusal = refusalOfFileError(error)
  if (refusal) return { reply: refuse(refusal) }
  const incident = randomBytes(4).toString('hex')
  const place = error instanceof Error ? (/\(?([\w.-]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1] ?? '') : ''
  process.stderr.write(
    `vault incident ${incident} ${request.kind === 'operation' ? request.name : request.kind} ${error instanceof Error ? error.name : 'unknown'} ${place}\n`,
  )
  return { reply: refuse({ code: 'unexpected', incident }) }
}

process.parentPort.on('message', ({ data }: { data: ToVault }) => {
  void answer(data.request)
    .catch((error: unknown) => answerOfError(error, data.request))
    .then((result) => process.parentPort.postMessage({ id: data.id, ...result } satisfies VaultAnswer))
})
