import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackupName } from '#domain/backup/file-name.ts'
import { readBackup } from '../../main/vault/backups/container.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { fillBigStore } from '../fixtures/big-store.ts'
import { madeKeys, type MadeKeys, madePassphrase, makeProfile, openWithKeys, quickCost } from '../fixtures/made-profile.ts'
import { lostWrites, nothingAcknowledged, wounds } from './acknowledged.ts'
import { type FaultSaid, nextPassphrase } from './disk-faults-said.ts'
import { inFolder, type Outcome, type Scale, type Torture } from './torture.ts'
import { traced, whyNoTrace } from './trace/strace.ts'

/** The calls by which the vault writes, makes durable and renames. `write` alone is used for other things too, so it fails at the vault's own files only. */
const calls = ['pwrite64', 'fsync', 'fdatasync', 'write', 'ftruncate', 'rename', 'unlink'] as const
type Call = (typeof calls)[number]
/** `once`: that call alone, so that asking again must succeed. `lasting`: it and all after it, until the program ends. */
const manners = ['once', 'lasting'] as const

type Fault = {
  readonly call: Call
  readonly error: 'EIO' | 'ENOSPC'
  readonly manner: (typeof manners)[number]
  readonly nth: number
}

/** The short form tries these alone, somewhere in the middle of the script. */
const shortFaults: readonly Fault[] = [
  { call: 'pwrite64', error: 'EIO', manner: 'once', nth: 40 },
  { call: 'fsync', error: 'EIO', manner: 'lasting', nth: 25 },
  { call: 'pwrite64', error: 'ENOSPC', manner: 'lasting', nth: 20 },
  { call: 'write', error: 'ENOSPC', manner: 'once', nth: 2 },
]
/** No script has so many calls of one kind. */
const MOST = 2000
/** Of the lasting faults every so many-th is tried: from the next one on the disk is the same. */
const LASTING_STEP = 3

const writtenWhole = ['caseboard.key.new', 'caseboard.key.copy.new', 'caseboard.witness.new', 'caseboard.attempts.new']

function straceFor({ call, error, manner, nth }: Fault, profile: string, traceFile: string): readonly string[] {
  const paths = call === 'write' ? writtenWhole.flatMap((name) => ['-P', join(profile, name)]) : []
  const when = manner === 'once' ? String(nth) : `${nth}+`
  return [
    '-f',
    '-y',
    '--seccomp-bpf',
    ...paths,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:when=${when}`,
    '-e',
    'signal=none',
    '-o',
    traceFile,
  ]
}

type Run = { readonly said: readonly FaultSaid[]; readonly injected: readonly string[]; readonly problems: readonly string[] }

async function runWith(
  fault: Fault,
  work: string,
  start: string,
  honesty: 'honest' | 'early',
): Promise<Run & { readonly profile: string; readonly stick: string }> {
  const [profile, stick, traceFile] = [join(work, 'profile'), join(work, 'stick'), join(work, 'trace')]
  for (const each of [profile, stick]) rmSync(each, { recursive: true, force: true })
  cpSync(start, profile, { recursive: true })
  mkdirSync(stick)
  const {
    code,
    output,
    errors: complaint,
  } = await traced(straceFor(fault, profile, traceFile), 'disk-faults-child.ts', [profile, stick, fault.manner, honesty])
  const said = output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as FaultSaid)
  const injected = readFileSync(traceFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes('(INJECTED)'))
  const isEnded = code === 0 && said.at(-1)?.kind === 'end'
  return { said, injected, profile, stick, problems: isEnded ? [] : [`the process ended with ${String(code)}: ${complaint.slice(-400)}`] }
}

/**
 * What a second asking is told where the first was on the disk after all: the disk failed at the very last sync of a commit, when nobody can know whether it holds.
 * The first answer says so (`diskFails`), and asks to look.
 */
const hadTakenPlace: ReadonlySet<string> = new Set(['changedMeanwhile', 'alreadyThere'])

/** What was said that should not have been: no refusal in words, or a disk that failed once and is not used again. */
function problemsInAnswers(said: readonly FaultSaid[], { manner }: Fault): readonly string[] {
  return said.flatMap((each) => {
    if (each.kind !== 'refused') return []
    if (each.code === 'unexpected') return [`${each.what} was answered with an incident: ${each.detail}`]
    if (manner === 'once' && each.attempt === 3 && !hadTakenPlace.has(each.code))
      return [`${each.what} is refused (${each.code}) after the fault is gone`]
    return []
  })
}

/** The passphrases of which exactly one must open. */
function passphrasesAfter(said: readonly FaultSaid[]): readonly string[] {
  const changed = said.some(({ kind }) => kind === 'passphrase')
  const isRefused = said.some(({ kind }) => kind === 'unchanged')
  if (changed) return [nextPassphrase]
  return isRefused || !said.some(({ kind }) => kind === 'asked') ? [madePassphrase] : [madePassphrase, nextPassphrase]
}

async function problemsOnDisk(profile: string, stick: string, said: readonly FaultSaid[], keys: MadeKeys): Promise<readonly string[]> {
  const problems: string[] = []
  const vault = vaultOf(profile, quickCost)
  let code = ''
  for (const passphrase of passphrasesAfter(said)) {
    const unlocked = await vault.unlock(passphrase)
    vault.close()
    code = unlocked.ok ? 'opened' : unlocked.refusal.code
    if (unlocked.ok) break
  }
  if (code !== 'opened') problems.push(`the vault does not open: ${code} (${readdirSync(profile).join(' ')})`)
  const acknowledged = nothingAcknowledged()
  for (const each of said) {
    if (each.kind === 'action') acknowledged.actions.set(each.id, each)
    if (each.kind === 'draft') acknowledged.drafts.set(each.key, each.content)
    if (each.kind === 'backup' && !readdirSync(stick).includes(each.fileName))
      problems.push(`the backup ${each.fileName} was said to be made`)
  }
  const store = openWithKeys(profile, keys)
  problems.push(...lostWrites(store, acknowledged), ...wounds(store, keys.audit))
  store.close()
  for (const name of readdirSync(stick).filter((each) => readBackupName(each) !== null)) {
    const file = await open(join(stick, name), 'r')
    const { kind } = await readBackup(file)
    await file.close()
    if (kind !== 'read') problems.push(`${name} is ${kind}`)
  }
  return problems
}

async function problemsOf(
  fault: Fault,
  { said, problems, profile, stick }: Pick<Run, 'said' | 'problems'> & { readonly profile: string; readonly stick: string },
  keys: MadeKeys,
): Promise<readonly string[]> {
  const before = [...problems, ...problemsInAnswers(said, fault)]
  try {
    return [...before, ...(await problemsOnDisk(profile, stick, said, keys))]
  } catch (error) {
    return [...before, String(error)]
  }
}

function* faultsOf(error: Fault['error'], scale: Scale): Generator<Fault, void, boolean> {
  if (scale === 'short') {
    for (const fault of shortFaults) if (fault.error === error) yield fault
    return
  }
  for (const call of calls)
    for (const manner of manners)
      for (let nth = 1; nth <= MOST; nth += manner === 'once' ? 1 : LASTING_STEP) {
        const isReached = yield { call, error, manner, nth }
        if (!isReached) break
      }
}

/** The disk fails at the first, the second, the third write, and so on, of every kind: nothing acknowledged is lost, and every answer is one in words. */
const diskThat = (error: Fault['error'], name: string): Torture => ({
  name,
  run: (scale) =>
    inFolder(async (work): Promise<Outcome> => {
      const why = whyNoTrace()
      if (why !== null) return { kind: 'skipped', why }
      const start = join(work, 'start')
      await makeProfile(start, { cost: quickCost, fill: (db) => fillBigStore(db, { actions: 120, cases: 10, meetings: 2, seed: 59 }) })
      const keys = await madeKeys(start)
      const failures: string[] = []
      const counts: Record<string, number> = {}
      let tried = 0
      let acknowledged = 0
      let refused = 0
      const faults = faultsOf(error, scale)
      for (let next = faults.next(); !next.done;) {
        const fault = next.value
        const { said, injected, profile, stick, problems } = await runWith(fault, work, start, 'honest')
        const isReached = injected.length > 0
        if (isReached) {
          tried += 1
          counts[fault.call] = (counts[fault.call] ?? 0) + 1
          refused += said.filter(({ kind }) => kind === 'refused').length
          acknowledged += said.filter(({ kind }) => ['action', 'draft', 'backup', 'passphrase'].includes(kind)).length
          const found = await problemsOf(fault, { said, problems, profile, stick }, keys)
          failures.push(
            ...found.map(
              (problem) =>
                `${fault.error} ${fault.manner} at ${fault.call} ${fault.nth} (${
                  /<([^>]*)>/
                    .exec(injected[0] ?? '')?.[1]
                    ?.split('/')
                    .at(-1) ?? ''
                }): ${problem}`,
            ),
          )
        }
        next = faults.next(isReached)
      }
      const planted = { call: 'pwrite64', error, manner: 'lasting', nth: 20 } as const
      const control = await runWith(planted, work, start, 'early')
      const isFound = (await problemsOnDisk(control.profile, control.stick, control.said, keys)).some((problem) =>
        problem.startsWith('draft'),
      )
      return {
        kind: 'ran',
        done: `${tried} faults (${Object.entries(counts)
          .map(([call, count]) => `${count} ${call}`)
          .join(', ')}): ${acknowledged} acknowledged, ${refused} refused, ${failures.length} wrong`,
        tried,
        failures,
        control: { planted: 'a vault that acknowledges before it writes', isFound },
      }
    }),
})

/** A disk that answers that it failed, and one that answers that it is full. */
export const diskFaults: readonly Torture[] = [
  diskThat('EIO', 'a disk that fails at every write'),
  diskThat('ENOSPC', 'a disk that is full at every write'),
]
