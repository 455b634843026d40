import { backupFlips } from './backup-flips.ts'
import { backupKills } from './backup-kills.ts'
import { backupPlaces } from './backup-places.ts'
import { pageFlips } from './page-flips.ts'
import { restoreKills } from './restore-kills.ts'
import { restoreSteps } from './restore-steps.ts'
import { staleFiles } from './stale-files.ts'
import type { Torture } from './torture.ts'

/** What is done to backups, to restoring them, and to the files of the store as files. */
export const backupTortures: readonly Torture[] = [
  backupKills,
  restoreKills,
  restoreSteps,
  backupFlips,
  pageFlips,
  staleFiles,
  backupPlaces,
]
