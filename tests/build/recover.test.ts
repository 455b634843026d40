import Database from 'better-sqlite3-multiple-ciphers'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../build/bundle/root.ts'
import { readRecoverOptions } from '../../build/recover/command-line.ts'
import { readKeyFile } from '../../main/vault/keys/key-file-store.ts'
import { vaultOf } from '../../main/vault/vault.ts'
import { crashedCopyOf, spoilJournal } from '../support/crashed-store.ts'
import { doorOf, makeVault, passphrase, quickCost, temporaryFolder, valueOf } from '../support/open-vault.ts'

let folder = ''
let backup = ''
let recoveryKey = ''
const scratch = temporaryFolder()

/** A vault whose salts hold no zero byte: the argon2 command, with which the independent reader works, cannot take one. */
async function makeSaltyVault(): Promise<void> {
  for (;;) {
    folder = temporaryFolder()
    const made = await makeVault(folder)
    recoveryKey = made.recoveryKey
    const reading = readKeyFile(folder)
    const isUsable = reading.kind === 'read' && reading.keyFile.slots.every(({ kdf }) => !Buffer.from(kdf.salt, 'base64').includes(0))
    if (isUsable) {
      const door = doorOf(made.vault)
      await valueOf(door.settings.save({ teamName: 'Quillhaven', coordinatorName: 'Petra', region: 'uk', locale: 'en-GB' }))
      for (const name of ['Quill Valley Police', '=HYPERLINK("x")'])
        await valueOf(door.agencies.add({ name, sector: 'other', isCore: false }))
      const stick = temporaryFolder()
      const { reply } = await made.vault.run('backups.make', undefined, stick)
      if (!reply.ok) throw new Error(reply.refusal.code)
      backup = join(stick, readdirSync(stick)[0] ?? '')
      made.vault.close()
      return
    }
    made.vault.close()
  }
}
beforeAll(makeSaltyVault)

function recover(secret: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/recover.ts', ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: scratch },
    input: `${secret}\n`,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('the recovery tool', () => {
  test('says what a backup holds and writes nothing', () => {
    const { status, stdout } = recover(passphrase, backup)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Backup made \d{4}-/)
    expect(stdout).toContain('all as they were written')
    expect(stdout).toContain('The log holds')
    expect(stdout).toContain('2 agencies')
    expect(stdout).not.toContain('Quill Valley')
  })

  test('opens with the recovery key too, and with nothing else', () => {
    expect(recover(recoveryKey, backup, '--recovery-key').status).toBe(0)
    expect(recover('another passphrase entirely', backup)).toMatchObject({ status: 3, stderr: 'That is not the passphrase.\n' })
    expect(recover('', backup).status).toBe(3)
  })

  test('writes a data folder that the app opens', async () => {
    const out = join(temporaryFolder(), 'out')
    expect(recover(passphrase, backup, '--out', out).status).toBe(0)
    const vault = vaultOf(out, quickCost)
    expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
    expect(await valueOf(doorOf(vault).agencies.list({}))).toHaveLength(2)
    vault.close()
    expect(recover(passphrase, backup, '--out', out)).toMatchObject({ status: 1, stderr: expect.stringContaining('is there already') })
  })

  test('opens a store with the key file beside it', () => {
    const { status, stdout } = recover(passphrase, join(folder, 'caseboard.store'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Store, vault/)
    const elsewhere = join(temporaryFolder(), 'a.store')
    writeFileSync(elsewhere, readFileSync(join(folder, 'caseboard.store')))
    expect(recover(passphrase, elsewhere)).toMatchObject({ status: 1, stderr: expect.stringContaining('--key') })
    expect(recover(passphrase, elsewhere, '--key', join(folder, 'caseboard.key')).status).toBe(0)
  })

  test('reads a store with a journal to be played back, says so, and touches neither file', async () => {
    const crashed = await crashedCopyOf(folder)
    const files = () => ['caseboard.store', 'caseboard.store-journal'].map((name) => readFileSync(join(crashed, name)))
    const before = files()
    const path = join(crashed, 'caseboard.store')
    const out = join(temporaryFolder(), 'out')
    const { status, stdout, stderr } = recover(passphrase, path, '--out', out)
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('the last change was not finished') })
    expect(stdout).toContain('all as they were written')
    expect(stdout).toContain('Structure and references are in order')
    expect(files()).toEqual(before)
    const vault = vaultOf(out, quickCost)
    expect(await vault.unlock(passphrase)).toEqual({ ok: true, value: null })
    expect((await valueOf(doorOf(vault).agencies.list({}))).map(({ notes }) => notes)).toEqual(['', ''])
    vault.close()

    spoilJournal(crashed)
    const spoilt = recover(passphrase, path)
    expect(spoilt).toMatchObject({ status: 0, stderr: expect.stringContaining('The journal beside it is DAMAGED') })
    expect(readdirSync(scratch)).toEqual([])
  })

  test('writes plain text only when asked in so many words, with a warning, and no formula that a spreadsheet would run', () => {
    const out = join(temporaryFolder(), 'plain')
    const { status, stderr } = recover(passphrase, backup, '--out', out, '--plain-text')
    expect(status).toBe(0)
    expect(stderr).toContain('readable by anybody')
    expect(readFileSync(join(out, 'agencies.csv'), 'utf8')).toContain(`'=HYPERLINK`)
    const plain = new Database(join(out, 'records.sqlite'), { readonly: true })
    expect(plain.prepare('SELECT name FROM agencies ORDER BY id').all()).toEqual([
      { name: 'Quill Valley Police' },
      { name: '=HYPERLINK("x")' },
    ])
    plain.close()
    expect(recover(passphrase, backup, '--plain-text').status).toBe(2)
  })

  test('tells a damaged backup, and a file that is none', () => {
    const bytes = readFileSync(backup)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    const other = join(temporaryFolder(), 'other.caseboard')
    writeFileSync(other, bytes)
    expect(recover(passphrase, other)).toMatchObject({ status: 1, stderr: expect.stringContaining('damaged') })
    writeFileSync(other, 'holiday photographs')
    expect(recover(passphrase, other)).toMatchObject({ status: 1, stderr: expect.stringContaining('no backup') })
  })

  test.each([[[]], [['a', 'b']], [['a', '--unknown']]])('explains itself where the arguments make no sense: %j', (args) => {
    expect(readRecoverOptions(args)).toMatchObject({ problem: expect.stringContaining('npm run recover -- FILE') })
  })
})

const hasTools = ['python3', 'argon2'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0)

test.skipIf(!hasTools)('a reader written from docs/file-format.md alone opens the same backup and finds the same', () => {
  const script = join(root, 'tests/fixtures/read_backup.py')
  const { status, stdout, stderr } = spawnSync('python3', [script, backup], { input: `${passphrase}\n`, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    isMarked: true,
    isHashRight: true,
    isMacRight: true,
    wrongPages: 0,
    integrity: 'ok',
    counts: { agencies: 2, cases: 0 },
  })
  const wrong = spawnSync('python3', [script, backup], { input: 'not this one\n', encoding: 'utf8' })
  expect(wrong.stderr).toContain('that is not the passphrase')
})
