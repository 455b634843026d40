import { parseArgs } from 'node:util'

export type RecoverOptions = {
  /** A backup, or the store of a data folder. */
  readonly file: string
  /** The key file of a store; null for the one beside it, or the one in a backup. */
  readonly key: string | null
  /** Where to write; null to look only. */
  readonly out: string | null
  /** Writes everything readable by anybody, who has asked for it in so many words. */
  readonly isPlain: boolean
  readonly secret: 'passphrase' | 'recovery'
}

export const usage = `Opens a Caseboard backup (or a store with its key file) without the app.

  npm run recover -- FILE                            checks it and says what it holds; writes nothing
  npm run recover -- FILE --out DIR                  writes an encrypted data folder: npm start -- --profile DIR
  npm run recover -- FILE --out DIR --plain-text     writes records.sqlite and one CSV file for each table, READABLE BY ANYBODY

  --key FILE       the key file of a store (caseboard.key); by default the one beside it
  --recovery-key   asks for the recovery key instead of the passphrase

The passphrase is asked for, or read from the first line of standard input where that is no terminal.`

/** Reads the arguments after the script; a message for the person where they do not make sense. */
export function readRecoverOptions(args: readonly string[]): RecoverOptions | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        out: { type: 'string' },
        'plain-text': { type: 'boolean', default: false },
        'recovery-key': { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return { problem: usage }
    if (values['plain-text'] && values.out === undefined) return { problem: `--plain-text needs --out.\n\n${usage}` }
    return {
      file,
      key: values.key ?? null,
      out: values.out ?? null,
      isPlain: values['plain-text'],
      secret: values['recovery-key'] ? 'recovery' : 'passphrase',
    }
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` }
  }
}
