import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clipboardMarks } from '../../main/clipboard-marks.ts'
import { COPY_LASTS_MS, copiedText } from '../../main/copied-text.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { memoryClipboard } from '../support/memory-clipboard.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const bytes = (text: string) => new TextEncoder().encode(text)
const password = 'harbor-velvet-tulip-monday'

function start(platform: NodeJS.Platform = 'linux', memory = memoryClipboard()) {
  const log = incidentLog(() => undefined)
  const copied = copiedText({ clipboard: memory.clipboard, Item: memory.Item, marks: clipboardMarks(platform), log })
  return { memory, copied, log }
}

/** Lets the timer fire and what it starts run to its end. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await new Promise((resolve) => setImmediate(resolve))
}

test('what a button copied is there for 30 seconds, and then it is not', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes(password), 'briefly')
  await pass(COPY_LASTS_MS - 1)
  expect(memory.text()).toBe(password)
  await pass(1)
  expect(memory.text()).toBeNull()
})

test('a second copy is given its own 30 seconds', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes('first'), 'briefly')
  await pass(COPY_LASTS_MS - 1000)
  await copied.copy(bytes('second'), 'briefly')
  await pass(COPY_LASTS_MS - 1)
  expect(memory.text()).toBe('second')
  await pass(1)
  expect(memory.text()).toBeNull()
})

test('what the person copied by hand stays until the lock', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes('12 Invented Row'), 'untilLock')
  await pass(10 * COPY_LASTS_MS)
  expect(memory.text()).toBe('12 Invented Row')
  await copied.clear()
  expect(memory.text()).toBeNull()
})

test('a copy by hand is not emptied by the timer of a button’s copy before it', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes(password), 'briefly')
  await copied.copy(bytes('12 Invented Row'), 'untilLock')
  await pass(COPY_LASTS_MS)
  expect(memory.text()).toBe('12 Invented Row')
})

test('what another program has copied since is left alone, by the timer and by the lock', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes(password), 'briefly')
  memory.putByAnother('a shopping list')
  await pass(COPY_LASTS_MS)
  expect(memory.text()).toBe('a shopping list')

  await copied.copy(bytes(password), 'untilLock')
  memory.putByAnother('a shopping list')
  await copied.clear()
  expect(memory.text()).toBe('a shopping list')
})

test('a clipboard into which nothing was copied here is not even read', async () => {
  const { memory, copied } = start()
  memory.putByAnother('a shopping list')
  await copied.clear()
  await copied.copy(bytes(password), 'briefly')
  await copied.clear()
  await copied.clear()
  expect(memory.reads()).toBe(1)
})

test('a text whose ends of lines the system has rewritten is known again', async () => {
  const { memory, copied } = start()
  await copied.copy(bytes('one\ntwo'), 'untilLock')
  memory.putByAnother('one\r\ntwo')
  await copied.clear()
  expect(memory.text()).toBeNull()
})

test('a text that a clipboard manager has put back without the marks is known again', async () => {
  const { memory, copied } = start('win32')
  await copied.copy(bytes(password), 'briefly')
  memory.putByAnother(password)
  await copied.clear()
  expect(memory.text()).toBeNull()
})

test('the bytes that came over are wiped, also where the clipboard refuses', async () => {
  const taken = bytes(password)
  const { copied } = start()
  await copied.copy(taken, 'briefly')
  expect(taken.every((byte) => byte === 0)).toBe(true)

  const refused = bytes(password)
  const deaf = start('linux', memoryClipboard({ refuses: () => true }))
  await expect(deaf.copied.copy(refused, 'briefly')).rejects.toThrow('not taken')
  expect(refused.every((byte) => byte === 0)).toBe(true)
})

test('a clipboard that cannot be read is logged without content, and tried again at the next lock', async () => {
  const { memory, copied, log } = start()
  await copied.copy(bytes(password), 'briefly')
  memory.breakReads(true)
  await copied.clear()
  expect(memory.text()).toBe(password)
  expect(log.recent().map(({ code }) => code)).toEqual(['clipboardNotRead'])
  memory.breakReads(false)
  await copied.clear()
  expect(memory.text()).toBeNull()
})

test.each([
  ['win32', ['ExcludeClipboardContentFromMonitorProcessing', 'CanIncludeInClipboardHistory', 'CanUploadToCloudClipboard']],
  ['darwin', ['org.nspasteboard.ConcealedType', 'org.nspasteboard.TransientType']],
  ['linux', ['x-kde-passwordManagerHint']],
] as const)('on %s the text carries the marks that keep it out of histories', async (platform, marks) => {
  const { memory, copied } = start(platform)
  await copied.copy(bytes(password), 'briefly')
  expect(memory.types()).toEqual(['text/plain', ...marks.map((mark) => `electron application/osclipboard;format="${mark}"`)])
  expect(memory.text()).toBe(password)
})

test('a system that takes no marks takes the text, and it is emptied all the same', async () => {
  const { memory, copied } = start('win32', memoryClipboard({ refuses: (types) => types.length > 1 }))
  await copied.copy(bytes(password), 'briefly')
  expect(memory.types()).toEqual(['text/plain'])
  await pass(COPY_LASTS_MS)
  expect(memory.text()).toBeNull()
})
