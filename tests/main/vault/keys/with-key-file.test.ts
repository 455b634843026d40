import { expect, test } from 'vitest'
import type { KeyFile } from '../../../../main/vault/keys/key-file.ts'
import { withKeyFile } from '../../../../main/vault/keys/with-key-file.ts'

const keyFile = (vaultId: string): KeyFile => ({ format: 'caseboard-key', version: 1, vaultId, slots: [] })
const [old, fresh] = [keyFile('0'.repeat(32)), keyFile('1'.repeat(32))]

/** A key file on a disk that takes so many more writes. */
function deskOn(disk: { keyFile: KeyFile; writes: number }) {
  return {
    readKeyFile: () => disk.keyFile,
    writeKeyFile: (next: KeyFile) => {
      if (disk.writes === 0) throw new Error('EIO')
      disk.writes -= 1
      disk.keyFile = next
    },
  }
}

test('a change whose rows are not taken leaves the key file of before', () => {
  const disk = { keyFile: old, writes: 9 }
  const desk = deskOn(disk)
  expect(() =>
    withKeyFile(desk, 'done', (onFiles) => {
      onFiles()
      desk.writeKeyFile(fresh)
      throw new Error('the commit fails')
    }),
  ).toThrow('the commit fails')
  expect(disk.keyFile).toBe(old)
})

test('a disk that does not take the key file of before either leaves the new one in force, and it is said so', () => {
  const disk = { keyFile: old, writes: 1 }
  const desk = deskOn(disk)
  const told = withKeyFile(desk, 'done', (onFiles) => {
    onFiles()
    desk.writeKeyFile(fresh)
    throw new Error('the commit fails')
  })
  expect([told, disk.keyFile]).toEqual(['done', fresh])
})

test('a disk that takes nothing leaves the old one, and the change is refused', () => {
  const disk = { keyFile: old, writes: 0 }
  const desk = deskOn(disk)
  expect(() =>
    withKeyFile(desk, 'done', (onFiles) => {
      onFiles()
      desk.writeKeyFile(fresh)
    }),
  ).toThrow('EIO')
  expect(disk.keyFile).toBe(old)
})

test('a failure before the key file is begun writes nothing', () => {
  const disk = { keyFile: old, writes: 0 }
  expect(() =>
    withKeyFile(deskOn(disk), 'done', () => {
      throw new Error('no rows')
    }),
  ).toThrow('no rows')
})
