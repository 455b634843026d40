import { createStore, openStore } from '#db'
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { connect } from '../../db/connection.ts'
import { isJournalSound } from '../../db/journal-check.ts'
import { temporaryFolder } from '../support/open-vault.ts'

const key = Buffer.alloc(32, 9)
let hot = ''

/** A store and a journal as a power cut in the middle of a change leaves them: pages of the change already in the store. */
beforeAll(() => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.store')
  const store = createStore(path, key)
  store.write((db) => {
    for (let index = 0; index < 400; index += 1)
      db.run("INSERT INTO agencies (name, name_key, sector, is_core) VALUES (:name, :name, 'other', 0)", {
        name: `Agency of invention ${index}`,
      })
  })
  store.close()
  const connection = connect(path, key, { fileMustExist: true })
  connection.pragma('cache_size=10')
  connection.exec("BEGIN IMMEDIATE; UPDATE agencies SET notes = 'half of a change, and a long one at that'")
  hot = join(folder, 'hot.store')
  copyFileSync(path, hot)
  copyFileSync(`${path}-journal`, `${hot}-journal`)
  connection.exec('ROLLBACK')
  connection.close()
})

/** The hot store with its journal changed. */
function withJournal(change: (journal: Buffer) => Buffer): string {
  const path = join(temporaryFolder(), 'b.store')
  copyFileSync(hot, path)
  writeFileSync(`${path}-journal`, change(readFileSync(`${hot}-journal`)))
  return path
}

const flipped = (at: number) => (journal: Buffer) => {
  journal[at] = (journal[at] ?? 0) ^ 1
  return journal
}

test('a whole journal is played back, and the change is gone', () => {
  const path = withJournal((journal) => journal)
  expect(isJournalSound(path, key)).toBe(true)
  const opened = openStore(path, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  expect(opened.store.get("SELECT count(*) AS n FROM agencies WHERE notes <> ''")).toEqual({ n: 0 })
  expect(opened.store.problems()).toEqual([])
  opened.store.close()
})

test('a last header without a record, as a commit right after a spill writes it, is no damage', () => {
  // The last header is begun with its mark and number left out; a commit fills them in, with however many records there are.
  const path = withJournal((journal) => {
    let last = 0
    for (let at = 512; at + 28 <= journal.length; at += 512)
      if (journal.subarray(at, at + 12).every((byte) => byte === 0) && journal.readUInt32BE(at + 24) === 4096) last = at
    expect(last).toBeGreaterThan(0)
    const empty = journal.subarray(0, last + 512)
    journal.copy(empty, last, 0, 8)
    return Buffer.from(empty)
  })
  expect(isJournalSound(path, key)).toBe(true)
  const opened = openStore(path, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  expect(opened.store.get("SELECT count(*) AS n FROM agencies WHERE notes <> ''")).toEqual({ n: 0 })
  expect(opened.store.problems()).toEqual([])
  opened.store.close()
})

test.each([
  ['the mark', 3],
  ['the number of records', 11],
  ['the nonce', 15],
  ['the pages of the store before', 19],
  ['the bytes of a sector', 22],
  ['the bytes of a page', 26],
  ['the number of a page', 512 + 3],
  ['the middle of a page', 512 + 4 + 2000],
  ['the tag of a page', 512 + 4 + 4090],
  ['the checksum', 512 + 4 + 4096 + 3],
])('a journal with one bit turned in %s is told as damage, and neither file is touched', (_, at) => {
  const path = withJournal(flipped(at))
  const before = [readFileSync(path), readFileSync(`${path}-journal`)]
  expect(openStore(path, key)).toEqual({ ok: false, failure: { kind: 'damaged' } })
  expect([readFileSync(path), readFileSync(`${path}-journal`)]).toEqual(before)
})

test('a journal that is cut within its records is told as damage', () => {
  const path = withJournal((journal) => journal)
  truncateSync(`${path}-journal`, Math.floor(statSync(`${path}-journal`).size / 3))
  expect(openStore(path, key)).toEqual({ ok: false, failure: { kind: 'damaged' } })
})

test('a journal that was never made valid, or is no longer, is none: the store behind it was not begun to be changed, or is done', () => {
  expect(
    isJournalSound(
      withJournal(() => Buffer.alloc(0)),
      key,
    ),
  ).toBe(true)
  expect(
    isJournalSound(
      withJournal((journal) => journal.fill(0, 0, 28)),
      key,
    ),
  ).toBe(true)
  expect(
    isJournalSound(
      withJournal((journal) => journal.fill(0, 0, 12)),
      key,
    ),
  ).toBe(true)
})
