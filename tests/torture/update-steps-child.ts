import Database from 'better-sqlite3-multiple-ciphers'
import { join } from 'node:path'
import { connect } from '../../db/connection.ts'
import { migrate } from '../../db/migrate.ts'
import { STORE_FILE } from '../../main/vault/keeping/place.ts'
import { subkey } from '../../main/vault/keys/slots.ts'
import { storedDataKey } from '../fixtures/stores/stored.ts'
import { statementsOf } from './sql-statements.ts'

// Brings a store up to date statement by statement, and ends itself with SIGKILL after the n-th: `node update-steps-child.ts FOLDER n`. The cache is so
// small that changed pages lie on the disk long before the commit.
const [folder = '', nth = ''] = process.argv.slice(2)

type Exec = (this: Database.Database, sql: string) => Database.Database
type Pragma = (this: Database.Database, source: string, options?: Database.PragmaOptions) => unknown

function original<Method>(name: 'exec' | 'pragma'): Method {
  // The binding declares its methods on an interface; that they are on the prototype is what this test leans on.
  return Object.getOwnPropertyDescriptor(Database.prototype, name)?.value as Method
}

const exec = original<Exec>('exec')
const pragma = original<Pragma>('pragma')
let done = 0
Object.defineProperty(Database.prototype, 'exec', {
  value(this: Database.Database, sql: string) {
    for (const statement of statementsOf(sql)) {
      exec.call(this, statement)
      done += 1
      if (done === Number(nth)) process.kill(process.pid, 'SIGKILL')
    }
    return this
  },
})
Object.defineProperty(Database.prototype, 'pragma', {
  value(this: Database.Database, source: string, options?: Database.PragmaOptions): unknown {
    if (source.startsWith('cache_size=')) return pragma.call(this, 'cache_size=10')
    return source === 'cache_size' ? -65_536 : pragma.call(this, source, options)
  },
})

const connection = connect(join(folder, STORE_FILE), subkey(storedDataKey, 'store'), { fileMustExist: true })
migrate(connection)
connection.close()
