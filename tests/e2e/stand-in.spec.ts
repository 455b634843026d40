import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from './support/fixture.ts'
import { commandOf, internetSockets, processTree } from './support/open-sockets.ts'

// What the stand-in must copy from Electron, and what it must never do, on the smallest app that shows it.
type Fixture = {
  readonly ask: (channel: string, ...args: unknown[]) => Promise<unknown>
  readonly requires: () => Readonly<Record<string, string>>
  readonly counter: { readonly count: number; readonly next?: unknown }
}
type FixtureWindow = { readonly fixture: Fixture }

test.use({ launch: { entry: join(import.meta.dirname, '../fixtures/stand-in-app/main.ts') } })
test.beforeEach(({ app }) => {
  test.skip(app.host !== 'stand-in', 'these are about the stand-in')
})

const ask = (page: Page, channel: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(([name, given]) => (globalThis as unknown as FixtureWindow).fixture.ask(name, ...given), [channel, args] as const)
const seen = async (page: Page): Promise<readonly string[]> => (await ask(page, 'seen')) as readonly string[]

test('arguments and answers are structured clones', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const { fixture } = globalThis as unknown as FixtureWindow
    class Person {
      name = 'Ann Example'
      greet() {
        return this.name
      }
    }
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    const sent = [
      undefined,
      new Date(0),
      new Map([[{ key: 1 }, new Set(['a'])]]),
      new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
      new Uint8Array([9]).buffer,
      -0,
      NaN,
      10n,
      /a\nb/gi,
      new RangeError('too far'),
      new Person(),
      cycle,
      JSON.parse('{"__proto__":{"x":1}}'),
    ]
    const back = (await fixture.ask('echo', ...sent)) as [
      undefined,
      Date,
      Map<{ key: number }, Set<string>>,
      Uint8Array,
      ArrayBuffer,
      number,
      number,
      bigint,
      RegExp,
      Error,
      Person,
      { self?: unknown },
      object,
    ]
    const [nothing, date, map, bytes, buffer, negativeZero, notANumber, big, pattern, error, person, round, proto] = back
    const [entry] = map
    return {
      length: back.length,
      nothing: nothing === undefined,
      date: date instanceof Date && date.getTime() === 0,
      map: map instanceof Map && entry?.[0].key === 1 && entry[1].has('a'),
      bytes: bytes instanceof Uint8Array && [...bytes].join() === '2,3' && bytes.buffer.byteLength === 2,
      buffer: buffer instanceof ArrayBuffer && new Uint8Array(buffer)[0] === 9,
      numbers: Object.is(negativeZero, -0) && Number.isNaN(notANumber) && big === 10n,
      pattern: pattern.source === 'a\\nb' && pattern.flags === 'gi',
      error: error instanceof Error && error.message === 'too far',
      person: person.name === 'Ann Example' && !('greet' in person),
      cycle: round.self === round,
      proto: Object.hasOwn(proto, '__proto__') && !('x' in proto),
    }
  })
  expect(found).toEqual({
    length: 13,
    nothing: true,
    date: true,
    map: true,
    bytes: true,
    buffer: true,
    numbers: true,
    pattern: true,
    error: true,
    person: true,
    cycle: true,
    proto: true,
  })
})

test('fifty megabytes go to main and back unharmed', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const { fixture } = globalThis as unknown as FixtureWindow
    const sent = new Uint8Array(50 * 1024 * 1024)
    for (let at = 0; at < sent.length; at += 4096) sent[at] = at >> 12
    const [back] = (await fixture.ask('echo', sent)) as [Uint8Array]
    return back.length === sent.length && sent.every((byte, at) => byte === back[at])
  })
  expect(found).toBe(true)
})

test('a function is refused in a question, by preload, and in an answer, by main', async ({ page }) => {
  const asked = page.evaluate(() => (globalThis as unknown as FixtureWindow).fixture.ask('echo', () => 1))
  await expect(asked).rejects.toThrow('An object could not be cloned.')
  await expect(ask(page, 'give-function')).rejects.toThrow(
    "Error invoking remote method 'give-function': Error: An object could not be cloned.",
  )
})

test('a rejected call has the words that Electron gives it', async ({ page }) => {
  await expect(ask(page, 'fail')).rejects.toThrow("Error invoking remote method 'fail': TypeError: it was refused")
  await expect(ask(page, 'nobody')).rejects.toThrow("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'")
})

test('the preload may require electron alone', async ({ page }) => {
  const requires = await page.evaluate(() => (globalThis as unknown as FixtureWindow).fixture.requires())
  expect(requires).toEqual({
    'node:fs': 'module not found: node:fs',
    zod: 'module not found: zod',
    './other.cjs': 'module not found: ./other.cjs',
  })
})

test('the bridge copies values without their prototype, and freezes them', async ({ page }) => {
  const found = await page.evaluate(() => {
    const { fixture } = globalThis as unknown as FixtureWindow
    return {
      counter: fixture.counter.count,
      method: typeof fixture.counter.next,
      frozen: Object.isFrozen(fixture) && Object.isFrozen(fixture.counter),
    }
  })
  expect(found).toEqual({ counter: 1, method: 'undefined', frozen: true })
})

test('the page has no way to Node but the bridge', async ({ page }) => {
  const names = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) => /^(standIn.*|require|module|process|Buffer|ipcRenderer|electron)$/.test(name)),
  )
  expect(names).toEqual([])
})

test('main knows its own frame from a foreign one', async ({ app, page }) => {
  expect(await ask(page, 'sender')).toEqual({ isMainFrame: true, origin: 'fixture://app' })
  expect(await app.invokeFrom({ origin: 'https://elsewhere.invalid', isMain: true }, 'sender')).toEqual({
    isMainFrame: false,
    origin: 'https://elsewhere.invalid',
  })
})

test('the page comes from protocol.handle with its status and headers', async ({ page }) => {
  const [answer] = await Promise.all([page.waitForResponse(/index\.html$/), page.reload()])
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({
    'content-security-policy': "default-src 'none'; script-src 'self'; img-src *; connect-src *",
    'x-fixture': 'yes',
  })
  const inline = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.body.append(script)
    return 'inlineRan' in globalThis
  })
  expect(inline, 'the policy is in force').toBe(false)
})

test('every request outside the scheme of the app is refused', async ({ page }) => {
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  await page.evaluate(async () => {
    await fetch('https://elsewhere.invalid/fetched').catch(() => undefined)
    const image = new Image()
    image.src = 'http://127.0.0.1:9/picture.png'
    await image.decode().catch(() => undefined)
  })
  await expect.poll(() => seen(page)).toContain('blocked http://127.0.0.1:9/picture.png')
  expect(failed).toContain('http://127.0.0.1:9/picture.png')
})

test('navigation and new windows are asked of main and refused', async ({ app, page }) => {
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://elsewhere.invalid/there'
  })
  await expect.poll(() => seen(page)).toContain('will-navigate https://elsewhere.invalid/there')
  await page.evaluate(() => {
    open('https://elsewhere.invalid/popup')
  })
  await expect.poll(async () => (await seen(page)).some((line) => line.startsWith('window-open'))).toBe(true)
  await expect.poll(() => app.page.context().pages().length).toBe(1)
  expect(page.url()).toBe(before)
})

test("the menu's keys work, and the operating system's events arrive", async ({ app, page }) => {
  await page.keyboard.press('Control+l')
  app.emitPower('lock-screen')
  await expect.poll(() => seen(page)).toEqual(expect.arrayContaining(['lock', 'lock-screen']))
})

test('dialogs take the answers that were queued for them', async ({ app, page }) => {
  app.answerOpenDialog(['/somewhere'])
  app.answerSaveDialog(null)
  expect(await ask(page, 'dialogs')).toEqual([
    { canceled: false, filePaths: ['/somewhere'] },
    { canceled: true, filePath: '' },
  ])
})

test('a utility process is a process of its own, and ends when told', async ({ page }) => {
  const reply = await page.evaluate(async () => {
    const { fixture } = globalThis as unknown as FixtureWindow
    const { data, isBuffer, argument, answer } = (await fixture.ask('child', { bytes: new Uint8Array([1]), at: new Date(0) })) as {
      data: { bytes: Uint8Array; at: Date }
      isBuffer: boolean
      argument: string
      answer: Uint8Array
    }
    return { bytes: data.bytes instanceof Uint8Array, date: data.at instanceof Date, isBuffer, argument, answer: [...answer] }
  })
  expect(reply).toEqual({ bytes: true, date: true, isBuffer: false, argument: 'argument', answer: [97, 98, 99] })
  expect(await ask(page, 'end-child')).toBe(15)
})

test('a crash asked for takes the memory of the page with it', async ({ page }) => {
  const renderers = () => processTree(process.pid).filter((pid) => isRenderer(pid))
  await page.evaluate(() => {
    document.body.dataset['before'] = 'yes'
  })
  const before = renderers()
  await ask(page, 'start-over').catch(() => undefined)
  await expect.poll(() => seen(page).catch(() => [])).toContain('render-process-gone')
  await expect(page.locator('body')).not.toHaveAttribute('data-before', 'yes')
  await expect.poll(() => renderers().filter((pid) => before.includes(pid)).length).toBeLessThan(before.length)
})

test('a second instance on the same folder gives way and the first is told', async ({ app, launch, page, profile }) => {
  const { launchCaseboard } = await import('../../build/launch.ts')
  await expect(launchCaseboard({ ...launch, profile })).rejects.toThrow('the app ended with 3')
  await expect.poll(() => seen(page)).toContain('second-instance')
  expect(app.page.isClosed()).toBe(false)
})

test('no process of it has a socket that leads anywhere', async ({ page }) => {
  await expect(page.locator('h1')).toHaveText('Fixture')
  const tree = processTree(process.pid)
  expect(tree.length, 'Chromium and the utility process are among them').toBeGreaterThan(4)
  expect(internetSockets(tree)).toEqual([])

  const open = "require('net').createServer().listen(0, '127.0.0.1', () => console.log('open'))"
  const control = spawn(process.execPath, ['-e', open], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(control.stdout, 'data')
  expect(internetSockets(processTree(process.pid)), 'a port that is open is found').toHaveLength(1)
  control.kill()
})

function isRenderer(pid: number): boolean {
  return commandOf(pid).includes('--type=renderer')
}
