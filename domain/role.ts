import { z } from 'zod'

/** What a holder of a passphrase may do: keep the record, stand in for who keeps it, or look. */
export const roles = ['coordinator', 'deputy', 'readOnly'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** What only the coordinator may do: say who has a way in, change the keys themselves, and vouch for the date by which records are destroyed. */
const coordinatorOnly: ReadonlySet<string> = new Set([
  'keys.add',
  'keys.rename',
  'keys.remove',
  'keys.resetPassphrase',
  'keys.prepareRecoveryKey',
  'keys.prepareRenewal',
  'keys.prepareHandOver',
  'keys.confirm',
  'integrity.confirmClock',
])

/** What changes nobody's record but one's own way in. */
const ownAffairs: ReadonlySet<string> = new Set(['keys.changeMyPassphrase'])

/**
 * Whether a role may run an operation `<noun>.<verb>` of a kind of the contract. Who may only look may run queries; the deputy may do all
 * but manage the holders and the keys; `shell` and `door` operations concern the window, the lock and the way in, and are anybody's.
 */
export function mayRun(role: Role, kind: 'query' | 'command' | 'export' | 'access' | 'place' | 'door' | 'shell', name: string): boolean {
  switch (role) {
    case 'coordinator':
      return true
    case 'deputy':
      return !coordinatorOnly.has(name)
    case 'readOnly':
      return kind === 'query' || kind === 'shell' || kind === 'door' || ownAffairs.has(name)
  }
}
