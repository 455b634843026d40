import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { operationList } from '#contract'
import type { ActionRow } from '#domain/action.ts'
import type { Page } from '#domain/page.ts'
import { answering } from '../../main/answer.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { createLock } from '../../main/lock.ts'
import { sealedCalls } from '../../preload/seal/sealed-calls.ts'
import { openPlain, vaultInProcess } from './big-profile.ts'
import { type Figure, figure } from './figure.ts'
import { interleaved } from './measure.ts'

const changeStatus = operationList.find(({ name }) => name === 'actions.changeStatus')
const statement = 'UPDATE actions SET status = :status, version = version + 1 WHERE id = :id AND version = :version'

type Target = { readonly id: number; version: number; status: 'agreed' | 'inProgress' }

function nextOf(target: Target) {
  return { id: target.id, version: target.version, status: target.status === 'agreed' ? ('inProgress' as const) : ('agreed' as const) }
}

function moved(target: Target, { version, status }: { readonly version: number; readonly status: Target['status'] }): void {
  target.version = version
  target.status = status
}

/**
 * One durable change of an action's status through everything that main and the vault do with a request (seal, lock, message, schema, handler, history,
 * log, commit, answer), against the bare statement on an ordinary file with the same durability.
 */
export async function updateFigures(folder: string, profile: string, plainFile: string): Promise<readonly Figure[]> {
  if (!changeStatus) throw new Error('the contract has no actions.changeStatus')
  const held = join(folder, 'plain-held.db')
  cpSync(plainFile, held)
  const [ordinary, exclusive] = [openPlain(plainFile), openPlain(held, 'EXCLUSIVE')]
  const process = vaultInProcess(profile)
  const lock = createLock({ monotonic: () => performance.now(), wall: () => Date.now() }, () => undefined)
  const { answer, greet } = answering({
    vault: process.vault,
    lock,
    shell: {} as never,
    dialogs: {} as never,
    chooseFolder: () => Promise.resolve(null),
    log: incidentLog(() => undefined),
  })
  try {
    await process.unlock()
    lock.unlocked()
    const page = sealedCalls({ greet, send: (_name, sealed) => answer(changeStatus, sealed) })
    const { rows } = (await process.run('actions.list', {
      statuses: ['agreed', 'inProgress'],
      sort: 'reference',
      limit: 400,
      offset: 3000,
    })) as Page<ActionRow>
    const targets = () =>
      rows.map(({ id, version, status }): Target => ({ id, version, status: status === 'agreed' ? 'agreed' : 'inProgress' }))
    const bare = (connection: typeof ordinary) => {
      const [update, own] = [connection.prepare(statement), targets()]
      return {
        run: (round: number) => {
          const target = own[(round * 37) % own.length]
          if (!target) return
          const next = nextOf(target)
          if (update.run(next).changes !== 1) throw new Error('the reference changed nothing')
          moved(target, { ...next, version: target.version + 1 })
        },
      }
    }
    const mine = targets()
    const { vault, plain, plainHeld } = await interleaved(400, 40, {
      vault: {
        run: async (round: number) => {
          const target = mine[(round * 37) % mine.length]
          if (!target) return
          const next = nextOf(target)
          const reply = await page(changeStatus.name, { ...next, reason: '' })
          if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`)
          moved(target, { ...next, version: target.version + 1 })
        },
      },
      plain: bare(ordinary),
      plainHeld: bare(exclusive),
    })
    return [
      figure({
        group: 'update',
        name: 'durable status change, whole path',
        ms: vault,
        reference: 'UPDATE on a plain file, DELETE + EXTRA',
        referenceMs: plain,
        ratioBound: 2,
      }),
      figure({
        group: 'update',
        name: '  the same, against a file held exclusively',
        ms: vault,
        reference: 'UPDATE on a plain file held exclusively as the store is',
        referenceMs: plainHeld,
      }),
    ]
  } finally {
    ordinary.close()
    exclusive.close()
    await process.end()
  }
}
