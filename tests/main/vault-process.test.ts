import { afterEach, expect, test } from 'vitest'
import { incidentLog } from '../../main/incident-log.ts'
import { vaultProcess, type VaultChild, type VaultProcess } from '../../main/vault-process.ts'
import { sealedVault } from '../support/sealed-vault.ts'
import { forkedVault } from './forked-vault.ts'

let vault: VaultProcess | null = null
afterEach(async () => {
  await vault?.end()
})

function startVault(...args: readonly string[]) {
  const children: VaultChild[] = []
  const log = incidentLog(() => undefined)
  let ended = 0
  const started = vaultProcess({
    fork: () => {
      const child = forkedVault(...args)
      children.push(child)
      return child
    },
    log,
    onEnded: () => {
      ended += 1
    },
  })
  vault = started
  const call = sealedVault(started.ask)
  const ask = (input: unknown) => call('cases.list', input)
  return { vault: started, ask, children, log, ended: () => ended }
}

function isAlive(child: VaultChild | undefined): boolean {
  try {
    return child?.pid !== undefined && process.kill(child.pid, 0)
  } catch {
    return false
  }
}

test('matches each answer to its request, whatever the order', async () => {
  const { ask } = startVault()
  const [late, early] = await Promise.all([ask('later'), ask('now')])
  expect(late).toEqual({ ok: true, value: 'later' })
  expect(early).toMatchObject({ ok: true, value: { input: 'now' } })
})

test('a request under way when the vault is locked is answered locked, and the process is gone', async () => {
  const { vault, children, ask } = startVault()
  await ask('now')
  const underWay = ask('never')
  await new Promise((resolve) => setTimeout(resolve, 20))
  vault.replace()
  expect(await underWay).toEqual({ ok: false, refusal: { code: 'locked' } })
  const after = await ask('now')
  expect(after).toMatchObject({ ok: true, value: { pid: children[1]?.pid } })
  expect(isAlive(children[0])).toBe(false)
  expect(isAlive(children[1])).toBe(true)
})

test.each([
  ['does not close', ['stubborn']],
  ['does not close and ignores the request to end', ['stubborn', 'ignoring-sigterm']],
])('a vault that %s is killed', async (_case, args) => {
  const { vault, children, ask } = startVault(...args)
  await ask('now')
  vault.replace()
  await ask('now')
  expect(isAlive(children[0])).toBe(false)
})

test('a vault that computes without end is killed all the same', async () => {
  const { vault, children, ask } = startVault()
  await ask('now')
  const underWay = ask('busy')
  await new Promise((resolve) => setTimeout(resolve, 20))
  vault.replace()
  expect(await underWay).toEqual({ ok: false, refusal: { code: 'locked' } })
  await ask('now')
  expect(isAlive(children[0])).toBe(false)
})

test('a vault that ends by itself refuses what was under way by incident, tells once, and is started again when asked', async () => {
  const { children, log, ended, ask } = startVault()
  const [crashed, waiting] = await Promise.all([ask('crash'), ask('never')])
  for (const reply of [crashed, waiting])
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'unexpected', incident: log.recent()[0]?.id } })
  expect(log.recent()).toHaveLength(1)
  expect(ended()).toBe(1)
  expect((await ask('now')).ok).toBe(true)
  expect(children).toHaveLength(2)
})

test('an unreadable message is noted and changes nothing', async () => {
  const { log, ask } = startVault()
  void ask('nonsense')
  expect((await ask('now')).ok).toBe(true)
  expect(log.recent().map(({ code }) => code)).toEqual(['vaultAnswerUnreadable'])
})

test('after its end nothing starts again', async () => {
  const { vault, children, ask } = startVault()
  await ask('now')
  await vault.end()
  expect(await ask('now')).toEqual({ ok: false, refusal: { code: 'locked' } })
  vault.replace()
  expect(children).toHaveLength(1)
  expect(isAlive(children[0])).toBe(false)
})
