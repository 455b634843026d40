import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusalOfFileError } from '../../../../main/vault/file-errors.ts'
import { temporaryFolder } from '../../../support/open-vault.ts'

const module = join(import.meta.dirname, '../../../../main/vault/keys/key-file-store.ts')

/** Writes so many bytes in a process whose files may have no more than 512: the system takes a part of what it is given, and says so. */
function writeUnderLimit(path: string, bytes: number) {
  const script = `import { writeFileDurably } from ${JSON.stringify(module)}
    try { writeFileDurably(process.argv[1], 'x'.repeat(${String(bytes)})); console.log('written') } catch (error) { console.log(error.code) }`
  const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1" "$2"`
  return spawnSync('sh', ['-c', limited, process.execPath, script, path], { encoding: 'utf8' }).stdout.trim()
}

test.skipIf(process.platform === 'win32')(
  'a disk that takes a part of a file leaves the file of before whole, and it is said in words',
  () => {
    const path = join(temporaryFolder(), 'caseboard.attempts')
    writeFileSync(path, 'what was there')
    expect(writeUnderLimit(path, 3000)).toBe('EFBIG')
    expect(readFileSync(path, 'utf8')).toBe('what was there')
    expect(refusalOfFileError(Object.assign(new Error('too large'), { code: 'EFBIG' }))).toEqual({ code: 'diskFull' })
    expect(writeUnderLimit(path, 300)).toBe('written')
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(300))
  },
)
