import { storeSummary } from '#db'
import { firstBrokenEntry } from '../main/vault/audit.ts'
import { askSecret } from './recover/ask-secret.ts'
import { readRecoverOptions } from './recover/command-line.ts'
import { findFile, openFile } from './recover/open-file.ts'
import { writeDataFolder } from './recover/write-data-folder.ts'
import { writePlainText } from './recover/write-plain-text.ts'

// `npm run recover -- FILE [--out DIR]`: opens a backup, or a store with its key file, with the passphrase and without the app.

// Whatever it writes, SQLite's own files too, is for the person who runs it alone.
process.umask(0o077)

const journalNotes = {
  playedBack:
    'A journal lies beside it: the last change was not finished, and is left out here as the app leaves it out. Neither file was touched.',
  inPart:
    'The journal beside it is DAMAGED, and only its whole pages were used: of the last change, a part may be here. Neither file was touched.',
} as const

const options = readRecoverOptions(process.argv.slice(2))
if ('problem' in options) {
  console.error(options.problem)
  process.exit(2)
}

try {
  const found = await findFile(options)
  for (const warning of found.warnings) console.error(`Note: ${warning}`)
  const typed = await askSecret(options.secret === 'passphrase' ? 'Passphrase: ' : 'Recovery key: ')
  const opened = await openFile(found, options.secret, typed)
  if (opened === null) {
    console.error(options.secret === 'passphrase' ? 'That is not the passphrase.' : 'That is not the recovery key.')
    process.exit(3)
  }
  const { store, auditKey, pages, damagedPages } = opened
  if (opened.journal !== 'none') console.error(`Note: ${journalNotes[opened.journal]}`)
  console.log(
    `${found.kind === 'backup' ? `Backup made ${found.madeAt ?? ''}` : 'Store'}, vault ${found.keyFile.vaultId}, schema ${String(store.schema)}`,
  )
  console.log(
    damagedPages.length === 0
      ? `${String(pages)} pages, all as they were written`
      : `${String(damagedPages.length)} of ${String(pages)} pages are DAMAGED`,
  )
  if (opened.isAuthentic === false) console.log('It was NOT put together by a holder of the key: head or store were exchanged.')

  if (options.isPlain && options.out !== null) {
    console.error(`WARNING: what is written to ${options.out} is readable by anybody who gets at it. Delete it as soon as you can.`)
    const tables = writePlainText(store, options.out)
    for (const { table, rows, lost } of tables)
      console.log(`${table}: ${String(rows)} rows${lost > 0 ? `, about ${String(lost)} LOST` : ''}`)
  } else {
    const problems = store.problems()
    const broken = firstBrokenEntry(store, auditKey)
    const { cases, referrals, meetings, actions, agencies, notes, entries, lastAt } = storeSummary(store)
    console.log(problems.length === 0 ? 'Structure and references are in order' : `PROBLEMS: ${problems.slice(0, 10).join('; ')}`)
    console.log(
      broken === null
        ? `The log holds: ${String(entries)} entries, the last ${lastAt ?? 'none'}`
        : `The log BREAKS at entry ${String(broken)}`,
    )
    console.log(
      `${String(cases)} cases, ${String(referrals)} referrals, ${String(meetings)} meetings, ${String(actions)} actions, ${String(agencies)} agencies, ${String(notes)} entries in the records of cases`,
    )
    if (options.out !== null) {
      for (const path of writeDataFolder({ ...found, path: opened.path, storeBytes: opened.storeBytes }, options.out))
        console.log(`written: ${path}`)
      console.log(`Open it with: npm start -- --profile ${options.out}`)
    }
  }
  store.close()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
