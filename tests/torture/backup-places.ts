import { inMount } from './in-mount.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const steps: Readonly<Record<Scale, number>> = { short: 10, full: 120 }

/** Backups onto a full stick, one that becomes read-only or is taken out while it is written; and a restore with too little room. */
export const backupPlaces: Torture = {
  name: 'backup places that are full, read-only or gone',
  run: (scale) => inFolder((folder) => inMount('backup-places-child.ts', folder, 24 * 1024, String(steps[scale]))),
}
