import { inMount } from './in-mount.ts'
import { inFolder, type Torture } from './torture.ts'

/** A data folder on a file system that cannot be written to, before the first run, at unlocking and under an open vault. */
export const readOnlyFolder: Torture = {
  name: 'read-only folder',
  run: () => inFolder((folder) => inMount('read-only-folder-child.ts', folder, 16 * 1024)),
}
