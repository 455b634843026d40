import { operationList } from '#contract'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Vault, vaultOf } from '../../../main/vault/vault.ts'
import {
  doorOf,
  openVault,
  type OpenVault,
  passphrase,
  quickCost,
  refusalOf,
  reopen,
  temporaryFolder,
  valueOf,
} from '../../support/open-vault.ts'
import { pagesOf, spoilPages } from '../../support/store-pages.ts'

const BACKUP = /^Caseboard-backup-\d{4}-\d{2}-\d{2}-\d{4}(-\d+)?\.caseboard$/
const secret = { kind: 'passphrase', passphrase } as const

let opened: OpenVault
let stick: string
beforeEach(async () => {
  opened = await openVault()
  stick = temporaryFolder()
})

/** Makes a backup on the stick and gives its path. */
async function backUp({ vault }: Pick<OpenVault, 'vault'>, folder = stick): Promise<string> {
  const { reply } = await vault.run('backups.make', undefined, folder)
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`)
  return join(folder, (reply.value as { fileName: string }).fileName)
}

async function agencyNames(vault: Vault): Promise<readonly string[]> {
  return (await valueOf(doorOf(vault).agencies.list({ includeArchived: true }))).map(({ name }) => name)
}

async function addAgency(vault: Vault, name: string): Promise<void> {
  await valueOf(doorOf(vault).agencies.add({ name, sector: 'other', isCore: false }))
}

describe('a backup', () => {
  test('is one encrypted file with a neutral name, and nothing else is left beside it', async () => {
    const path = await backUp(opened)
    expect(readdirSync(stick)).toEqual([expect.stringMatching(BACKUP)])
    const bytes = readFileSync(path)
    for (const word of ['Quillhaven', 'Quill Valley', 'SQLite format', 'Petra']) expect(bytes.includes(word)).toBe(false)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('is written to the list, and made again where it went takes the place of the same day’s', async () => {
    const first = await backUp(opened)
    const again = await valueOf(opened.door.backups.makeAgain())
    expect(readdirSync(stick)).toEqual([again.fileName])
    expect(again.removed).toBe(1)
    expect(existsSync(first)).toBe(false)
    const overview = await valueOf(opened.door.backups.overview())
    expect(overview).toMatchObject({ place: { folder: stick, isThere: true }, running: null, replaced: [] })
    expect(overview.recent.map(({ place, problem, isRemoved }) => [place, problem, isRemoved])).toEqual([
      ['chosen', '', false],
      ['chosen', '', true],
    ])
  })

  test('is refused in words where the stick is gone, and the earlier list stands', async () => {
    await backUp(opened)
    rmSync(stick, { recursive: true })
    expect(await refusalOf(opened.door.backups.makeAgain())).toEqual({ code: 'backupPlaceGone' })
    expect(await valueOf(opened.door.backups.overview())).toMatchObject({ place: { isThere: false }, recent: [{ problem: '' }] })
  })

  test('has no place before one was chosen', async () => {
    expect(await refusalOf(opened.door.backups.makeAgain())).toEqual({ code: 'backupPlaceUnknown' })
  })

  test('of a store with a damaged page is refused, and no file is left', async () => {
    opened.vault.close()
    spoilPages(opened.folder, (await pagesOf(opened.folder, 'agencies')).slice(0, 1))
    const vault = await reopen(opened.folder)
    const { reply } = await vault.run('backups.make', undefined, stick)
    expect(reply).toEqual({ ok: false, refusal: { code: 'storeDamaged' } })
    expect(readdirSync(stick)).toEqual([])
    expect(await valueOf(doorOf(vault).integrity.state())).toMatchObject({ pages: { kind: 'damaged', damaged: 1 } })
    vault.close()
  })

  test('clears away what an earlier one left unfinished', async () => {
    writeFileSync(join(stick, '.caseboard-backup-0123456789abcdef.part'), 'half')
    writeFileSync(join(stick, 'mine.txt'), 'mine')
    await backUp(opened)
    expect(readdirSync(stick).toSorted()).toEqual([expect.stringMatching(BACKUP), 'mine.txt'])
  })

  test('in a folder with another vault’s backups removes none of theirs', async () => {
    const others = Array.from({ length: 30 }, (_, index) => `Caseboard-backup-2019-01-${String(index + 1).padStart(2, '0')}-1200.caseboard`)
    const foreign = await openVault()
    const theirs = readFileSync(await backUp(foreign, temporaryFolder()))
    // One and the same vault in this test file's fixture, so their id is changed where the head says it.
    const text = theirs.toString('latin1')
    const id = /"vaultId":"([0-9a-f]{32})"/.exec(text)?.[1] ?? ''
    const changed = Buffer.from(text.replaceAll(id, 'f'.repeat(32)), 'latin1')
    for (const name of others) writeFileSync(join(stick, name), changed)
    await backUp(opened)
    expect(readdirSync(stick)).toHaveLength(31)
    for (const name of others) writeFileSync(join(stick, name), theirs)
    await valueOf(opened.door.backups.makeAgain())
    expect(readdirSync(stick).length).toBeLessThan(15)
  })

  test('is made by itself at the end of the day’s work, once', async () => {
    await opened.vault.leave()
    await opened.vault.leave()
    expect(readdirSync(join(opened.folder, 'backups'))).toEqual([expect.stringMatching(BACKUP)])
    const { standing } = await valueOf(opened.door.backups.overview())
    expect(standing).toMatchObject({ automatic: { daysAgo: 0 }, automaticProblem: null, elsewhere: null, isDue: false })
    expect((await valueOf(opened.door.home.thisMonth())).backup).toEqual(standing)
  })
})

describe('restoring', () => {
  test('is rehearsed on a copy, with what would change, and replaces nothing before it is said so', async () => {
    const path = await backUp(opened)
    await addAgency(opened.vault, 'Late Agency')
    const { restoring } = opened.vault
    expect(await restoring.choose({ path })).toMatchObject({ ok: true, value: { isOurs: true } })
    const rehearsed = await restoring.rehearse(secret)
    expect(rehearsed).toMatchObject({
      ok: true,
      value: { firstBrokenEntry: null, backup: { agencies: 3 }, present: { kind: 'read', backupIs: 'earlier', holds: { agencies: 4 } } },
    })
    expect(await agencyNames(opened.vault)).toContain('Late Agency')
    restoring.forget()
    expect(readdirSync(opened.folder).filter((name) => name.includes('incoming'))).toEqual([])
    expect(restoring.commit()).toEqual({ ok: false, refusal: { code: 'restoreNotReady' } })
  })

  test('replaces the records, keeps the old ones, and locks', async () => {
    const path = await backUp(opened)
    await addAgency(opened.vault, 'Late Agency')
    await opened.vault.restoring.choose({ path })
    await opened.vault.restoring.rehearse(secret)
    expect(opened.vault.restoring.commit()).toEqual({ ok: true, value: null })
    expect((await opened.vault.run('agencies.list', {})).reply).toEqual({ ok: false, refusal: { code: 'locked' } })

    const vault = await reopen(opened.folder)
    expect(await agencyNames(vault)).not.toContain('Late Agency')
    const door = doorOf(vault)
    expect(await valueOf(door.integrity.state())).toMatchObject({ history: { kind: 'agrees' }, mustDecide: false })
    const { replaced } = await valueOf(door.backups.overview())
    const kept = replaced.find(({ name }) => name.startsWith('caseboard.store.before-restore-'))?.name ?? ''
    vault.close()

    // What was replaced is whole: put back, it opens with everything in it.
    cpSync(join(opened.folder, kept), join(opened.folder, 'caseboard.store'))
    rmSync(join(opened.folder, 'caseboard.witness'))
    const before = await reopen(opened.folder)
    expect(await agencyNames(before)).toContain('Late Agency')
    before.close()
  })

  test('works at the lock, and tells there too what would be gone', async () => {
    const path = await backUp(opened)
    await addAgency(opened.vault, 'Late Agency')
    opened.vault.close()
    const { restoring } = vaultOf(opened.folder, quickCost)
    await restoring.choose({ path })
    expect(await restoring.rehearse(secret)).toMatchObject({ ok: true, value: { present: { kind: 'read', backupIs: 'earlier' } } })
    expect(restoring.commit()).toMatchObject({ ok: true })
    const vault = await reopen(opened.folder)
    expect(await agencyNames(vault)).not.toContain('Late Agency')
    vault.close()
  })

  test('works into an empty folder: another computer, the recovery key', async () => {
    const path = await backUp(opened)
    const elsewhere = temporaryFolder()
    const fresh = vaultOf(elsewhere, quickCost)
    expect(await fresh.restoring.choose({ path })).toMatchObject({ ok: true, value: { isOurs: null } })
    expect(await fresh.restoring.rehearse({ kind: 'recoveryKey', recoveryKey: opened.recoveryKey })).toMatchObject({
      ok: true,
      value: { present: { kind: 'none' }, backup: { agencies: 3 } },
    })
    expect(fresh.restoring.commit()).toMatchObject({ ok: true })
    expect(fresh.status()).toEqual({ kind: 'locked' })
    expect(readdirSync(elsewhere).toSorted()).toEqual(['caseboard.key', 'caseboard.key.copy', 'caseboard.store', 'caseboard.witness'])
    const vault = await reopen(elsewhere)
    expect(await agencyNames(vault)).toEqual(await agencyNames(opened.vault))
    vault.close()
  })

  test('of a wrong passphrase is counted as at the lock', async () => {
    const path = await backUp(opened)
    const { restoring } = opened.vault
    await restoring.choose({ path })
    for (const waitSeconds of [0, 0, 0, 2])
      expect(await restoring.rehearse({ kind: 'passphrase', passphrase: 'not this one at all' })).toEqual({
        ok: false,
        refusal: { code: 'wrongPassphrase', waitSeconds },
      })
    expect(await restoring.rehearse(secret)).toMatchObject({ refusal: { code: 'waitBeforeRetry' } })
  })

  test('tells a damaged backup, a cut one, one that is none, and one that is gone apart', async () => {
    const path = await backUp(opened)
    const bytes = readFileSync(path)
    const { restoring } = opened.vault
    const chosen = async (content: Buffer) => {
      const other = join(stick, 'other.caseboard')
      writeFileSync(other, content)
      return restoring.choose({ path: other })
    }
    const flipped = Buffer.from(bytes)
    flipped[5000] = (flipped[5000] ?? 0) ^ 0x10
    expect(await chosen(flipped)).toEqual({ ok: false, refusal: { code: 'backupDamaged' } })
    expect(await chosen(bytes.subarray(0, bytes.length - 4097))).toEqual({ ok: false, refusal: { code: 'notABackup' } })
    expect(await chosen(Buffer.from('holiday photographs'))).toEqual({ ok: false, refusal: { code: 'notABackup' } })
    expect(await chosen(Buffer.alloc(0))).toEqual({ ok: false, refusal: { code: 'notABackup' } })
    expect(await restoring.choose({ path: join(stick, 'gone.caseboard') })).toEqual({ ok: false, refusal: { code: 'backupPlaceGone' } })
    expect(await restoring.choose({ name: '../caseboard.key' })).toMatchObject({ refusal: { code: 'notFound' } })
    expect(await chosen(bytes)).toMatchObject({ ok: true })
  })

  test.skipIf(process.platform === 'win32')('says that a folder, a link to itself and a pipe are no backups', async () => {
    const { restoring } = opened.vault
    const link = join(stick, 'link')
    const pipe = join(stick, 'pipe')
    symlinkSync(link, link)
    spawnSync('mkfifo', [pipe])
    for (const path of [stick, link, pipe])
      expect(await restoring.choose({ path }), path).toEqual({ ok: false, refusal: { code: 'notABackup' } })
  })

  test('that was cut off after its plan was written is finished at the next start, and before it leaves the old', async () => {
    const path = await backUp(opened)
    await addAgency(opened.vault, 'Late Agency')
    opened.vault.close()
    const first = vaultOf(opened.folder, quickCost)
    await first.restoring.choose({ path })
    await first.restoring.rehearse(secret)
    // Before the plan: another process opens the old records, whatever lies beside them.
    const meanwhile = await reopen(opened.folder)
    expect(await agencyNames(meanwhile)).toContain('Late Agency')
    meanwhile.close()
    expect(first.restoring.commit()).toMatchObject({ ok: true })
    // After it: put the files back into the middle of the steps, old key file in place, new store waiting.
    const vault = await reopen(opened.folder)
    expect(await agencyNames(vault)).not.toContain('Late Agency')
    vault.close()
    expect(existsSync(join(opened.folder, 'caseboard.restore'))).toBe(false)
  })
})

test('a backup operation is refused while locked, like every other', async () => {
  opened.vault.close()
  for (const { name, kind } of operationList.filter(({ name, kind }) => /^(backups|integrity)\./.test(name) && kind !== 'shell'))
    expect((await opened.vault.run(name, undefined, kind === 'place' ? stick : undefined)).reply).toEqual({
      ok: false,
      refusal: { code: 'locked' },
    })
  expect(readdirSync(stick)).toEqual([])
})
