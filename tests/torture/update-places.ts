import { inMount } from './in-mount.ts'
import { inFolder, type Scale, type Torture } from './torture.ts'

const steps: Readonly<Record<Scale, number>> = { short: 6, full: 120 }

/** An older store on a disk with too little room for the backup, for the change, or for neither; and on one that cannot be written to. */
export const updatePlaces: Torture = {
  name: 'an update on a full or read-only disk',
  run: (scale) => inFolder((folder) => inMount('update-places-child.ts', folder, 24 * 1024, String(steps[scale]))),
}
