import { newestSchema } from '#db'
import Database from 'better-sqlite3-multiple-ciphers'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { vaultOf } from '../../../main/vault/vault.ts'
import { madePassphrase, quickCost } from '../../fixtures/made-profile.ts'
import { dumpOf, type Dump } from '../../fixtures/stores/dump.ts'
import { frozen, sqlHash } from '../../fixtures/stores/frozen.ts'
import { leftEmpty, rowsBySchema } from '../../fixtures/stores/rows.ts'
import { openStored, storedBackup, storedDump, storedDumpPath, unpackStored } from '../../fixtures/stores/stored.ts'
import { upgradeDifferences } from '../../fixtures/stores/upgraded.ts'
import { temporaryFolder } from '../../support/open-vault.ts'

const schemas = Object.keys(frozen).map(Number)
const secret = { kind: 'passphrase', passphrase: madePassphrase } as const

/** What a data folder holds, and how that differs from what was written down of a schema. */
function look(folder: string, golden: Dump): { readonly dump: Dump; readonly differences: readonly string[] } {
  const store = openStored(folder)
  try {
    const dump = dumpOf(store)
    return { dump, differences: upgradeDifferences(golden, dump, store) }
  } finally {
    store.close()
  }
}

describe('the schemas that are kept for good', () => {
  test('follow one another from the first, each with a backup and a dump of its own', () => {
    expect(schemas).toEqual(schemas.map((_, index) => index + 1))
    for (const schema of schemas)
      expect([schema, existsSync(storedBackup(schema)), existsSync(storedDumpPath(schema))]).toEqual([schema, true, true])
  })

  test('are not changed any more', () => {
    for (const schema of schemas)
      expect([migrations[schema - 1]?.name, sqlHash(schema)]).toEqual([migrations[schema - 1]?.name, frozen[schema]])
  })

  test('are followed by schemas whose fixture can be made when they are frozen', () => {
    const connection = new Database(':memory:')
    connection.pragma('foreign_keys=ON')
    for (let schema = 1; schema <= newestSchema; schema += 1) {
      migrate(connection, schema)
      connection.exec(rowsBySchema[schema] ?? '')
    }
    expect(connection.pragma('foreign_key_check')).toEqual([])
    connection.close()
  })

  test('reach up to the newest once a version is released', () => {
    const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
    if (Number(version.split('.')[0]) >= 1) expect(schemas.at(-1)).toBe(newestSchema)
  })

  test.each(schemas)('have rows in every table: schema %i', (schema) => {
    const empty = Object.entries(storedDump(schema).tables).filter(([table, { rows }]) => rows.length === 0 && !leftEmpty.has(table))
    expect(empty.map(([table]) => table)).toEqual([])
  })
})

describe.each(schemas)('a data folder that was left under schema %i', (schema) => {
  const golden = storedDump(schema)

  test('is what was written down of it', async () => {
    const folder = temporaryFolder()
    await unpackStored(schema, folder)
    const store = openStored(folder)
    expect(dumpOf(store)).toEqual(golden)
    expect(store.problems()).toEqual([])
    store.close()
  })

  test('is opened under this one with every row as it was, after a backup from which the older one can be had again', async () => {
    const folder = temporaryFolder()
    await unpackStored(schema, folder)
    const vault = vaultOf(folder, quickCost)
    expect(await vault.unlock(madePassphrase)).toEqual({ ok: true, value: null })
    const { reply } = await vault.run('integrity.state', undefined)
    expect(reply).toMatchObject({ ok: true, value: { mustDecide: false } })
    vault.close()
    expect(look(folder, golden).differences).toEqual([])

    // The newest needs no update, so none was made.
    const made = existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : []
    expect(made).toHaveLength(schema === newestSchema ? 0 : 1)
    if (made[0] === undefined) return
    const other = temporaryFolder()
    const restored = vaultOf(other, quickCost)
    expect(await restored.restoring.choose({ path: join(folder, 'backups', made[0]) })).toMatchObject({ ok: true })
    expect(await restored.restoring.rehearse(secret)).toMatchObject({ ok: true, value: { firstBrokenEntry: null } })
    expect(restored.restoring.commit()).toEqual({ ok: true, value: null })
    expect(look(other, golden).differences).toEqual([])
  })

  test('can be restored from the backup of that time, row for row', async () => {
    const folder = temporaryFolder()
    const path = join(temporaryFolder(), 'Caseboard-backup-2026-02-01-1200.caseboard')
    cpSync(storedBackup(schema), path)
    const vault = vaultOf(folder, quickCost)
    await vault.restoring.choose({ path })
    expect(await vault.restoring.rehearse(secret)).toMatchObject({
      ok: true,
      value: { backup: { cases: 2, actions: 2 }, firstBrokenEntry: null },
    })
    expect(vault.restoring.commit()).toEqual({ ok: true, value: null })
    expect(look(folder, golden).differences).toEqual([])
  })
})

test('one cell changed, one row gone, one row too many are found (control of the tests above)', async () => {
  for (const change of [
    "UPDATE cases SET relationship = 'former Partner' WHERE id = 1",
    'DELETE FROM stated_risks',
    "INSERT INTO team_people (agency_id, name, role) VALUES (1, 'Nobody', 'contact')",
  ]) {
    const folder = temporaryFolder()
    await unpackStored(1, folder)
    const vault = vaultOf(folder, quickCost)
    await vault.unlock(madePassphrase)
    vault.close()
    const store = openStored(folder)
    store.write((db) => db.run(change))
    store.close()
    expect(look(folder, storedDump(1)).differences, change).not.toEqual([])
  }
})
