import { madePassphrase } from '../fixtures/made-profile.ts'

export type DoorSamples = Readonly<Record<string, readonly unknown[]>>

/** Requests that the schemas of the doors take; hostile ones are made from them. The right passphrase stands among wrong ones. */
export function doorSamples(backupName: string): DoorSamples {
  const right = { kind: 'passphrase', passphrase: madePassphrase }
  const wrong = { kind: 'recoveryKey', recoveryKey: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH' }
  return {
    'vault.prepare': [{ passphrase: madePassphrase }, { passphrase: 'short' }, { passphrase: '\u{1F512}'.repeat(500) }],
    'vault.create': [{ typedGroups: [] }, { typedGroups: [{ index: 63, text: 'ABCD' }] }, { typedGroups: [{ index: 0, text: '' }] }],
    'vault.unlock': [{ passphrase: madePassphrase }, { passphrase: 'not the right words at all' }],
    'vault.unlockWithRecoveryKey': [{ recoveryKey: wrong.recoveryKey }, { recoveryKey: 'x' }],
    'restore.choose': [{ name: backupName }, { name: '../caseboard.store' }, { name: '' }],
    'restore.rehearse': [{ secret: right }, { secret: wrong }],
    'restore.salvage': [{ secret: right }, { secret: wrong }],
  }
}
