import { openWithKeys } from '../fixtures/made-profile.ts'

// Opens a store, makes one small change and then a large one: `node journal-child.ts FOLDER KEY`. Its parent ends it within the large one.
const [folder = '', key = ''] = process.argv.slice(2)
const store = openWithKeys(folder, { store: Buffer.from(key, 'hex'), audit: Buffer.alloc(0) })
store.write((db) => db.run("INSERT INTO drafts (key, content, saved_at) VALUES ('torture:small', 'small', '2026')"))
process.stdout.write('small\n')
store.write((db) => {
  db.run("UPDATE actions SET description = description || ' (half)', version = version + 1 WHERE id % 3 = 0")
  db.run("UPDATE agencies SET notes = 'half' WHERE id % 2 = 0")
  db.run("INSERT INTO drafts (key, content, saved_at) VALUES ('torture:large', :content, '2026')", { content: 'half '.repeat(6000) })
})
process.stdout.write('large\n')
store.close()
