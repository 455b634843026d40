import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusalOfFileError } from '../../main/vault/file-errors.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase, makeProfile, quickCost } from '../fixtures/made-profile.ts'
import type { Outcome } from './torture.ts'

const [folder = ''] = process.argv.slice(2)
const failures: string[] = []
let tried = 0

function mountAs(mode: 'ro' | 'rw'): void {
  const { status, stderr } = spawnSync('mount', ['-o', `remount,${mode}`, folder])
  if (status !== 0) throw new Error(`mount: ${stderr.toString()}`)
}

function expectCode(what: string, reply: { readonly ok: boolean; readonly refusal?: { readonly code: string } }, expected: string): void {
  tried += 1
  const code = reply.ok ? 'done' : (reply.refusal?.code ?? '')
  if (code !== expected) failures.push(`${what}: ${code}, expected ${expected}`)
}

const hashOf = (path: string) =>
  readdirSync(path).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex'),
  ])

const profile = join(folder, 'profile')
const empty = join(folder, 'empty')
await makeProfile(profile, { cost: quickCost })
mkdirSync(empty)
const before = JSON.stringify(hashOf(profile))

mountAs('ro')
const firstRun = vaultOf(empty, quickCost)
const status = firstRun.status()
tried += 1
if (status.kind !== 'empty' || status.folder !== 'readOnly') failures.push(`an empty folder: ${JSON.stringify(status)}`)
expectCode('first run', await firstRun.prepare(madePassphrase), 'folderReadOnly')
const missing = vaultOf(join(empty, 'not', 'there'), quickCost)
expectCode('first run in a folder that cannot be made', await missing.prepare(madePassphrase), 'folderReadOnly')

/** As main/vault/index.ts answers: an error of the disk is a refusal. */
async function refused(work: () => Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>) {
  try {
    return await work()
  } catch (error) {
    return { ok: false, refusal: refusalOfFileError(error) ?? { code: `threw ${String(error)}` } }
  }
}

const vault = vaultOf(profile)
for (let attempt = 1; attempt <= 3; attempt += 1)
  expectCode(`unlock, attempt ${attempt}`, await refused(() => vault.unlock(madePassphrase)), 'folderReadOnly')
expectCode('wrong passphrase', await refused(() => vault.unlock('not the passphrase at all')), 'wrongPassphrase')
if (JSON.stringify(hashOf(profile)) !== before) failures.push('files were changed')

mountAs('rw')
expectCode('unlock in the same process once it can be written to', await refused(() => vault.unlock(madePassphrase)), 'done')
// The folder becomes read-only under an open vault: a card's switch, a share that is remounted.
spawnSync('mount', ['-o', 'remount,ro', folder])
tried += 1
const isRemounted = spawnSync('sh', ['-c', `touch ${folder}/x`]).status !== 0
if (isRemounted)
  expectCode(
    'writing',
    await refused(async () => (await vault.run('drafts.save', { key: 'torture:1', content: '1' })).reply),
    'folderReadOnly',
  )
mountAs('rw')
expectCode('writing again', await refused(async () => (await vault.run('drafts.save', { key: 'torture:2', content: '2' })).reply), 'done')
vault.close()

process.stdout.write(
  `${JSON.stringify({
    kind: 'ran',
    done: `${tried} requests, ${failures.length} wrong`,
    tried,
    failures,
    control: {
      planted: 'the folder made writable: the same unlock must not be refused',
      isFound: (await vaultOf(profile).unlock(madePassphrase)).ok,
    },
  } satisfies Outcome)}\n`,
)
