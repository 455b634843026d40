import type { ActionRow } from '#domain/action.ts'
import type { Page } from '#domain/page.ts'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, madePassphrase, makeProfile, openWithKeys, quickCost, storeFile } from '../fixtures/made-profile.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { type Acknowledged, lostWrites, nothingAcknowledged, wounds } from './acknowledged.ts'
import { askedVault, type AskedVault, wait } from './asked-vault.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const kills: Readonly<Record<Scale, number>> = { short: 20, full: 1000 }
/** The longest that a vault goes on writing after its first acknowledgement, milliseconds; the moment is drawn anew for each. */
const LONGEST = 60

type Notes = { readonly acknowledged: Acknowledged; readonly refused: string[]; readonly onWritten: () => void }

/** Two at a time, as windows do: one changes actions, the other keeps what is being typed. Answers when the process is gone. */
async function writeUntilGone(
  writer: AskedVault,
  rows: readonly ActionRow[],
  round: number,
  { acknowledged, refused, onWritten }: Notes,
): Promise<void> {
  const changeActions = async () => {
    const now = rows.map(({ id, version, status }) => ({ id, version, status: status === 'inProgress' ? 'inProgress' : 'agreed' }))
    for (let at = 0; ; at = (at + 1) % now.length) {
      const row = now[at]
      if (!row) return
      const status = row.status === 'agreed' ? 'inProgress' : 'agreed'
      const reply = await writer.run('actions.changeStatus', { id: row.id, version: row.version, status, reason: '' })
      if (!reply) return
      if (!reply.ok) {
        refused.push(`actions.changeStatus: ${reply.refusal.code}`)
        return
      }
      row.version += 1
      row.status = status
      acknowledged.actions.set(row.id, { version: row.version, status })
      onWritten()
    }
  }
  const keepDrafts = async () => {
    for (let count = 1; ; count += 1) {
      const key = `torture:${round % 5}`
      const content = String(round * 1_000_000 + count)
      const reply = await writer.run('drafts.save', { key, content })
      if (!reply) return
      if (!reply.ok) {
        refused.push(`drafts.save: ${reply.refusal.code}`)
        return
      }
      acknowledged.drafts.set(key, content)
      onWritten()
    }
  }
  await Promise.all([changeActions(), keepDrafts()])
}

/** The vault is ended with SIGKILL at a random moment of writing, again and again on the same store. */
export const killsDuringWrites: Torture = {
  name: 'kill -9 during writes',
  run: (scale) =>
    inFolder(async (folder) => {
      const profile = join(folder, 'profile')
      await makeProfile(profile, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 400, cases: 30, meetings: 4, seed: 11 }) })
      cpSync(profile, join(folder, 'before'), { recursive: true })
      const keys = await madeKeys(profile)
      const random = seededRandom(1)
      const failures: string[] = []
      const acknowledged = nothingAcknowledged()
      let writes = 0
      for (let round = 1; round <= kills[scale]; round += 1) {
        const writer = askedVault(profile)
        await writer.value('vault.unlock', { passphrase: madePassphrase })
        const page = (await writer.value('actions.list', { statuses: ['agreed', 'inProgress'], limit: 60 })) as Page<ActionRow>
        let onFirst: () => void = () => undefined
        const first = new Promise<void>((resolve) => {
          onFirst = resolve
        })
        const onWritten = () => {
          writes += 1
          onFirst()
        }
        const writing = writeUntilGone(writer, page.rows, round, { acknowledged, refused: failures, onWritten })
        await Promise.race([first, wait(5000)])
        await wait(random.next() * LONGEST)
        await writer.kill()
        await writing
        const store = openWithKeys(profile, keys)
        failures.push(...[...lostWrites(store, acknowledged), ...wounds(store, keys.audit)].map((line) => `kill ${round}: ${line}`))
        store.close()
      }
      cpSync(join(folder, 'before', storeFile), join(profile, storeFile))
      const store = openWithKeys(profile, keys)
      const isFound = lostWrites(store, acknowledged).length > 0
      store.close()
      return {
        kind: 'ran',
        done: `${kills[scale]} kills, ${writes} acknowledged writes, ${failures.length} lost or damaged`,
        tried: writes,
        failures,
        control: { planted: 'the store of before the writes put back', isFound },
      }
    }),
}
