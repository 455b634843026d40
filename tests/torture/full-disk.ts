import { inMount } from './in-mount.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const steps: Readonly<Record<Scale, number>> = { short: 8, full: 100 }

/** Too little room on the disk, by many amounts, at the first run, while writing, while reading and at unlocking. */
export const fullDisk: Torture = {
  name: 'full disk',
  run: (scale) => inFolder((folder) => inMount('full-disk-child.ts', folder, 8 * 1024, String(steps[scale]))),
}
