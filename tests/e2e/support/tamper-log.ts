import { openStore } from '#db'
import { join } from 'node:path'
import { readKeyFile } from '../../../main/vault/keys/key-file-store.ts'
import { subkey, unwrapDataKey } from '../../../main/vault/keys/slots.ts'

// Changes an entry of the log past the program, as somebody with the passphrase and a tool could: a process of its own, since the runner of the
// windows cannot load the database.
const [profile = '', passphrase = '', seq = ''] = process.argv.slice(2)
const reading = readKeyFile(profile)
const unwrapped = reading.kind === 'read' ? await unwrapDataKey(reading.keyFile, 'passphrase', passphrase) : null
if (!unwrapped) throw new Error('the passphrase does not open it')
const opened = openStore(join(profile, 'caseboard.store'), subkey(unwrapped.dataKey, 'store'))
if (!opened.ok) throw new Error(opened.failure.kind)
opened.store.write((db) => {
  db.run('DROP TRIGGER audit_entries_keep')
  db.run("UPDATE audit_entries SET actor = 'Somebody Else' WHERE seq = :seq", { seq: Number(seq) })
})
opened.store.close()
