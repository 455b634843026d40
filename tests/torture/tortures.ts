import { backupTortures } from './backup-tortures.ts'
import { canariesOfTheApp } from './canaries-of-the-app.ts'
import { canaryScan } from './canaries.ts'
import { coreDumps } from './core-dumps.ts'
import { diskFaults } from './disk-faults.ts'
import { foreignFrames } from './foreign-frames.ts'
import { fullDisk } from './full-disk.ts'
import { hostileDoors } from './hostile-doors.ts'
import { hostileRequests } from './hostile-requests.ts'
import { journalFlips } from './journal-flips.ts'
import { keyFileFlips } from './key-file-flips.ts'
import { killsDuringDestruction } from './kills-during-destruction.ts'
import { killsDuringFirstRun } from './kills-during-first-run.ts'
import { killsDuringImport } from './kills-during-import.ts'
import { killsDuringKeyChanges } from './kills-during-key-changes.ts'
import { killsDuringUpdate } from './kills-during-update.ts'
import { killsDuringWrites } from './kills-during-writes.ts'
import { lockSpeed } from './lock-speed.ts'
import { lockedRequests } from './locked-requests.ts'
import { memoryAfterLock } from './memory-after-lock.ts'
import { noNetwork } from './no-network.ts'
import { powerLoss } from './power-loss.ts'
import { readOnlyFolder } from './read-only-folder.ts'
import { storeFlips } from './store-flips.ts'
import { syncContract } from './sync-contract.ts'
import { tamperedLogs } from './tampered-logs.ts'
import type { Torture } from './torture.ts'
import { unusableStores } from './unusable-stores.ts'
import { updatePlaces } from './update-places.ts'
import { updateSteps } from './update-steps.ts'

/** Everything that is done to the vault, in the order in which it is told. */
export const tortures: readonly Torture[] = [
  killsDuringWrites,
  killsDuringFirstRun,
  powerLoss,
  syncContract,
  killsDuringKeyChanges,
  killsDuringDestruction,
  killsDuringImport,
  killsDuringUpdate,
  updateSteps,
  updatePlaces,
  keyFileFlips,
  storeFlips,
  journalFlips,
  unusableStores,
  fullDisk,
  ...diskFaults,
  readOnlyFolder,
  ...backupTortures,
  tamperedLogs,
  hostileRequests,
  hostileDoors,
  lockedRequests,
  foreignFrames,
  canaryScan,
  canariesOfTheApp,
  lockSpeed,
  noNetwork,
  memoryAfterLock,
  coreDumps,
]
