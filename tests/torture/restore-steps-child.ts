import { vaultOf } from '../../main/vault/vault.ts'
import { madePassphrase } from '../fixtures/made-profile.ts'

// Restores a backup into a data folder from the lock, as the vault process does: `node restore-steps-child.ts FOLDER BACKUP`.
const [folder = '', path = ''] = process.argv.slice(2)
const { restoring } = vaultOf(folder)
const chosen = await restoring.choose({ path })
const rehearsed = await restoring.rehearse({ kind: 'passphrase', passphrase: madePassphrase })
const committed = restoring.commit()
process.exitCode = chosen.ok && rehearsed.ok && committed.ok ? 0 : 1
