import { registerHooks } from 'node:module'
import { operationList } from '#contract'
import type { SenderFrame } from '../../build/stand-in/ipc-main.ts'
import { APP_ORIGIN } from '../../main/app-scheme.ts'
import { incidentLog } from '../../main/incident-log.ts'
import { router } from './electron-ipc.ts'
import { hostileSource } from './hostile-values.ts'
import { sampleRequests } from './sample-requests.ts'
import { schemaSample } from './schema-sample.ts'
import type { Outcome } from './torture.ts'

const wanted = Number(process.argv[2])

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'electron'
      ? { url: new URL('./electron-ipc.ts', import.meta.url).href, shortCircuit: true }
      : nextResolve(specifier, context),
})
const { register } = await import('../../main/register.ts')

const frame = (origin: string, parent: SenderFrame['parent'] = null): SenderFrame => ({ origin, url: `${origin}/`, parent })
const mainFrame = frame(APP_ORIGIN)
let shown: SenderFrame | null = mainFrame
let answered = 0
const note = () => {
  answered += 1
  return Promise.resolve({ ok: true, value: null } as const)
}
register({
  answer: note,
  greet: note,
  // The declarations of Electron know frames as whole objects; the check looks at which frame it is, and its origin.
  mainFrame: () => shown as ReturnType<Parameters<typeof register>[0]['mainFrame']>,
  log: incidentLog(() => undefined),
})

/** Every frame that is not ours: another site's, a frame within our page, a twin of it, our own window when it shows something else or nothing. */
const strangers: readonly { readonly who: string; readonly sender: SenderFrame | null; readonly shown: SenderFrame | null }[] = [
  { who: "another site's page", sender: frame('https://elsewhere.invalid'), shown: mainFrame },
  { who: 'a frame of our origin within our page', sender: frame(APP_ORIGIN, mainFrame as SenderFrame['parent']), shown: mainFrame },
  { who: 'another window of our origin', sender: frame(APP_ORIGIN), shown: mainFrame },
  { who: 'a page without an origin', sender: frame('null'), shown: mainFrame },
  { who: 'a page from the disk', sender: frame('file://'), shown: mainFrame },
  { who: 'an origin that begins as ours', sender: frame(`${APP_ORIGIN}.elsewhere.invalid`), shown: mainFrame },
  { who: 'a frame that is gone', sender: null, shown: mainFrame },
  { who: 'our frame after the window is gone', sender: mainFrame, shown: null },
  { who: 'a frame that is gone, from a window that is gone', sender: null, shown: null },
  ...['https://elsewhere.invalid', 'null', 'file://'].map((origin) => {
    const sender = frame(origin)
    return { who: `our own window showing ${origin}`, sender, shown: sender }
  }),
]

async function isRefused(sender: SenderFrame | null, channel: string, input: unknown): Promise<boolean> {
  const event = { type: 'frame', sender: null, senderFrame: sender as SenderFrame, processId: 1, frameId: 1 } as const
  try {
    await router.invokeLocally(event, channel, [input])
    return false
  } catch {
    return true
  }
}

const samples = sampleRequests({ importToken: 'none', returnToken: 'none', xlsx: new Uint8Array(4) })
/** The channels of the operations, and the one by which a page agrees on a seal: who got through there could read for the page. */
const channels = [
  ...operationList.map(({ name, operation }) => ({ name, own: [...(samples[name] ?? []), schemaSample(operation.input)] })),
  { name: 'seal', own: [new Uint8Array(65)] },
]
const each = Math.ceil(wanted / channels.length / strangers.length)
const failures: string[] = []
let tried = 0
const hostile = hostileSource(37)
for (const { name, own } of channels) {
  for (const stranger of strangers) {
    ;({ shown } = stranger)
    for (let turn = 0; turn < each; turn += 1) {
      tried += 1
      const before = answered
      const isRight = await isRefused(stranger.sender, `caseboard:${name}`, turn === 0 ? own[0] : hostile(own))
      if (!isRight || answered !== before)
        failures.push(`${name} from ${stranger.who}: ${answered === before ? 'not refused' : 'reached the vault'}`)
    }
  }
}
shown = mainFrame
const isFound = !(await isRefused(mainFrame, 'caseboard:app.state', undefined)) && answered === 1
process.stdout.write(
  `${JSON.stringify({
    kind: 'ran',
    done: `${tried} calls to ${channels.length} channels from ${strangers.length} kinds of foreign frame, ${failures.length} not refused`,
    tried,
    failures,
    control: { planted: 'one call from our own page', isFound },
  } satisfies Outcome)}\n`,
)
