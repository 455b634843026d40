import { operationList, type NamedOperation } from '#contract'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answering } from '../../main/answer.ts'
import { copiedText } from '../../main/copied-text.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { createLock } from '../../main/lock.ts'
import { shellOperations } from '../../main/shell-operations.ts'
import { vaultProcess, type VaultProcess } from '../../main/vault-process.ts'
import { sealedCalls } from '../../preload/seal/sealed-calls.ts'
import { memoryClipboard } from '../support/memory-clipboard.ts'
import { forkedVault } from './forked-vault.ts'

let folder = ''
let vault: VaultProcess
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answer-'))
})
afterEach(async () => {
  await vault.end()
  rmSync(folder, { recursive: true })
})

/** Main without Electron: the real lock on a clock of ours, the real process keeping, a scripted vault. */
function startMain({ chosen = folder, vaultArgs = [] }: { readonly chosen?: string | null; readonly vaultArgs?: readonly string[] } = {}) {
  const now = { milliseconds: 0 }
  const log = incidentLog(() => undefined)
  const lock = createLock({ monotonic: () => now.milliseconds, wall: () => now.milliseconds }, () => {
    vault.replace()
  })
  vault = vaultProcess({
    fork: () => forkedVault(...vaultArgs),
    log,
    onEnded: () => {
      lock.lock('vaultEnded')
    },
  })
  const memory = memoryClipboard()
  const copied = copiedText({ clipboard: memory.clipboard, Item: memory.Item, marks: {}, log })
  const shell = shellOperations({ vault, lock, copied, place: () => null, host: { kind: 'stand-in', version: '0' } })
  const dialogs = { chooseRecoveryKeyFile: async () => chosen, chooseBackup: async () => chosen }
  const { answer, greet } = answering({ vault, lock, shell, dialogs, chooseFolder: async () => chosen, log })
  // Made with the first request: it greets the vault by itself, and a test may have a page of its own.
  let sealed: ReturnType<typeof sealedCalls> | null = null
  const openPage = () => (sealed ??= sealedCalls({ greet, send: (name, bytes) => answer(named(name), bytes) }))
  // As the preload does it.
  const ask = (name: string, input?: unknown) => (named(name).kind === 'shell' ? answer(named(name), input) : openPage()(name, input))
  return { ask, answer, greet, lock, now, log, memory }
}

function named(name: string): NamedOperation {
  const operation = operationList.find((each) => each.name === name)
  if (!operation) throw new Error(`no operation ${name}`)
  return operation
}

const unlock = { passphrase: 'right' }

test('a text goes into the clipboard, locked or not; what is no text of a fair length is refused', async () => {
  const { ask, memory } = startMain()
  const text = new TextEncoder().encode('harbor-velvet')
  expect(await ask('app.copy', { text, lasts: 'briefly' })).toEqual({ ok: true, value: null })
  expect(memory.text()).toBe('harbor-velvet')
  for (const input of [
    { text: new Uint8Array(0), lasts: 'briefly' },
    { text: new Uint8Array(4_000_001), lasts: 'briefly' },
    { text: 'harbor', lasts: 'briefly' },
    { text: new Uint8Array(1), lasts: 'forEver' },
    { text: new Uint8Array(1) },
  ]) {
    expect(await ask('app.copy', input)).toMatchObject({ ok: false, refusal: { code: 'invalidInput' } })
  }
})

test('while locked, every operation that touches the store is refused and none reaches the vault', async () => {
  const { ask } = startMain()
  const inner = operationList.filter(({ kind }) => kind !== 'shell' && kind !== 'door')
  expect(inner.length).toBeGreaterThan(30)
  for (const { name } of inner) expect(await ask(name, {})).toEqual({ ok: false, refusal: { code: 'locked' } })
  // The same operations are answered once it is open: the test can fail.
  await ask('vault.unlock', unlock)
  for (const { name, kind } of inner) if (kind !== 'export') expect(await ask(name, {})).toMatchObject({ ok: true })
})

test('the state follows the vault: first run, locked, unlocked with its count-down, locked', async () => {
  const empty = startMain({ vaultArgs: ['empty'] })
  expect(await empty.ask('app.state')).toEqual({ ok: true, value: { kind: 'firstRun', folder: 'writable' } })
  await vault.end()
  const { ask, now } = startMain()
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'locked' } })
  expect(await ask('app.touch')).toEqual({ ok: false, refusal: { code: 'locked' } })
  expect(await ask('vault.unlock', unlock)).toEqual({ ok: true, value: null })
  now.milliseconds += 60_000
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'unlocked', locksInSeconds: 540 } })
  expect(await ask('app.touch')).toEqual({ ok: true, value: { locksInSeconds: 600 } })
  expect(await ask('app.lock')).toEqual({ ok: true, value: null })
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'locked' } })
})

test('a request after the time is up is refused although no timer fired, and the vault is a new process', async () => {
  const { ask, now } = startMain()
  await ask('vault.unlock', unlock)
  const before = await ask('cases.list', {})
  now.milliseconds += 10 * 60_000
  expect(await ask('cases.list', {})).toEqual({ ok: false, refusal: { code: 'locked' } })
  await ask('vault.unlock', unlock)
  const after = await ask('cases.list', {})
  expect(before).toMatchObject({ ok: true, value: { pid: expect.any(Number) } })
  expect(after).not.toEqual(before)
})

test('a wrong passphrase leaves it locked', async () => {
  const { ask } = startMain()
  expect(await ask('vault.unlock', { passphrase: 'wrong' })).toEqual({ ok: false, refusal: { code: 'wrongPassphrase', waitSeconds: 0 } })
  expect(await ask('cases.list', {})).toEqual({ ok: false, refusal: { code: 'locked' } })
})

test.each([
  ['app.state', {}],
  ['app.touch', null],
])('input that %s did not ask for is refused by field: %j', async (name, input) => {
  const { ask } = startMain()
  expect(await ask(name, input)).toMatchObject({ ok: false, refusal: { code: 'invalidInput' } })
})

test.each(['vault.unlock', 'cases.list', 'sharing.save', 'backups.make', 'keys.add'])(
  'what is not sealed never gets past main: %s',
  async (name) => {
    const { ask, answer } = startMain()
    await ask('vault.unlock', unlock)
    for (const input of [undefined, { passphrase: 'right' }, 'crash', [1, 2, 3]])
      expect(await answer(named(name), input)).toEqual({ ok: false, refusal: { code: 'invalidInput', fields: [] } })
    expect(await ask('app.state')).toMatchObject({ value: { kind: 'unlocked' } })
  },
)

test('a seal that the vault has not agreed on is answered as such, and opens nothing', async () => {
  const { answer, lock } = startMain()
  expect(await answer(named('vault.unlock'), new Uint8Array(64))).toBeNull()
  expect(await answer(named('vault.unlock'), new Uint8Array(0))).toBeNull()
  expect(lock.isUnlocked()).toBe(false)
})

test('a sealed request is bound to its operation, and is answered once', async () => {
  const { answer, greet } = startMain()
  const sent: Uint8Array[] = []
  const ask = sealedCalls({
    greet,
    send: (name, sealed) => {
      sent.push(sealed)
      return answer(named(name), sealed)
    },
  })
  expect(await ask('vault.unlock', unlock)).toEqual({ ok: true, value: null })
  expect(await ask('cases.list', { a: 1 })).toMatchObject({ ok: true })
  const [unlocking, listing] = sent
  expect(await answer(named('vault.unlock'), unlocking)).toBeNull()
  expect(await answer(named('cases.get'), listing)).toBeNull()
})

test('main holds neither what is asked nor what is answered: both cross it as bytes that say nothing', async () => {
  const { answer, greet } = startMain()
  const crossed: unknown[] = []
  const ask = sealedCalls({
    greet,
    send: async (name, sealed) => {
      const answered = await answer(named(name), sealed)
      crossed.push(sealed, answered)
      return answered
    },
  })
  await ask('vault.unlock', unlock)
  const text = 'Zyxomma Quibblethwaite'
  expect(await ask('cases.list', { text })).toMatchObject({ value: { input: { text } } })
  expect(crossed).toHaveLength(4)
  for (const each of crossed) {
    expect(each).toBeInstanceOf(Uint8Array)
    expect(Buffer.from(each as Uint8Array).includes('Zyx')).toBe(false)
  }
})

test('what follows of an answer is told beside it: the lock limit, a restore and a change of the keys lock or not', async () => {
  const { ask, now } = startMain()
  await ask('vault.unlock', unlock)
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'unlocked', locksInSeconds: 600 } })
  await ask('settings.save', {})
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'unlocked', locksInSeconds: 1800 } })
  for (const name of ['keys.confirm', 'restore.commit'] as const) {
    await ask('vault.unlock', unlock)
    await ask(name, 'ending')
    expect(await ask('app.state'), name).toEqual({ ok: true, value: { kind: 'locked' } })
  }
  expect(now.milliseconds).toBe(0)
})

test('a path for the recovery key or a backup comes from a dialog, and giving up asks nobody', async () => {
  const { ask } = startMain({ chosen: null })
  expect(await ask('vault.saveRecoveryKey')).toEqual({ ok: true, value: { saved: false } })
  expect(await ask('restore.browse')).toEqual({ ok: false, refusal: { code: 'cancelled' } })
})

test('a vault that ends by itself locks; the next state is locked, not a dead window', async () => {
  const { ask } = startMain()
  await ask('vault.unlock', unlock)
  expect(await ask('cases.list', 'crash')).toMatchObject({ ok: false, refusal: { code: 'unexpected' } })
  expect(await ask('app.state')).toEqual({ ok: true, value: { kind: 'locked' } })
})

test('an export asks for the folder first, writes the files there and answers the value alone', async () => {
  const { ask } = startMain()
  await ask('vault.unlock', unlock)
  expect(await ask('sharing.save', {})).toEqual({ ok: true, value: [{ listId: 7 }] })
  expect(readdirSync(folder)).toEqual(['list.pdf'])
  expect([...readFileSync(join(folder, 'list.pdf'))]).toEqual([1, 2, 3])
})

test('an export that is given up, or has no usable folder, never reaches the vault', async () => {
  const cancelled = startMain({ chosen: null })
  await cancelled.ask('vault.unlock', unlock)
  expect(await cancelled.ask('sharing.save', {})).toEqual({ ok: false, refusal: { code: 'cancelled' } })
  await vault.end()
  const gone = startMain({ chosen: join(folder, 'unplugged') })
  await gone.ask('vault.unlock', unlock)
  // Had the vault been asked, it would have ended itself.
  expect(await gone.ask('sharing.save', 'crash')).toEqual({ ok: false, refusal: { code: 'placeGone' } })
})

test('an export never overwrites, and what could not be written is taken out of the record', async () => {
  const { ask } = startMain()
  await ask('vault.unlock', unlock)
  writeFileSync(join(folder, 'list.pdf'), 'hers')
  expect(await ask('sharing.save', {})).toEqual({ ok: false, refusal: { code: 'fileNotWritten', name: 'list.pdf' } })
  expect(readFileSync(join(folder, 'list.pdf'), 'utf8')).toBe('hers')
  expect(await ask('sharing.overview', { meetingId: 1 })).toEqual({ ok: true, value: [7] })
})
