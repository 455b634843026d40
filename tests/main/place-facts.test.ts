import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lookAtPlace } from '../../main/files/place-facts.ts'
import { temporaryFolder } from '../support/open-vault.ts'

test('a folder of this computer is no place to warn of', () => {
  expect(lookAtPlace(temporaryFolder(), {})).toBeNull()
})

test('a marker above the folder gives it away, also where the folder is not there yet', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '.stfolder'))
  expect(lookAtPlace(join(folder, 'team', 'records'), {})).toEqual({ kind: 'synchronised', service: 'Syncthing' })
})

test.skipIf(process.platform === 'win32')('a link leads to where the folder really lies, also for a folder that is not there yet', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'Dropbox'))
  symlinkSync(join(folder, 'Dropbox'), join(folder, 'plain'))
  expect(lookAtPlace(join(folder, 'plain'), {})).toEqual({ kind: 'synchronised', service: 'Dropbox' })
  expect(lookAtPlace(join(folder, 'plain', 'records'), {})).toEqual({ kind: 'synchronised', service: 'Dropbox' })
})

test('what Windows names as a folder of OneDrive is one, whatever it is called', () => {
  const folder = temporaryFolder()
  expect(lookAtPlace(join(folder, 'records'), { OneDriveCommercial: folder })).toEqual({ kind: 'synchronised', service: 'OneDrive' })
  expect(lookAtPlace(join(folder, 'records'), { OneDrive: '' })).toBeNull()
})
