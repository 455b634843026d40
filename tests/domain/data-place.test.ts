import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAbroad, type PlaceFacts, syncServices } from '../../domain/data-place.ts'

const facts = (path: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({ path, mounts: [], markers: [], roots: [], ...more })
const plain = fc.array(fc.stringMatching(/^[a-z]{3,8}[0-9]{2}$/), { minLength: 1, maxLength: 6 })

describe('a folder from which copies leave this computer', () => {
  test.each([
    ['C:\\Users\\Robin\\OneDrive\\Caseboard', 'OneDrive'],
    ['C:\\Users\\Robin\\OneDrive - Example Council\\Caseboard', 'OneDrive'],
    ['/Users/robin/Library/CloudStorage/OneDrive-Example/Caseboard', 'OneDrive'],
    ['/home/robin/Dropbox', 'Dropbox'],
    ['/home/robin/Dropbox (Example Team)/records', 'Dropbox'],
    ['G:\\Google Drive\\records', 'Google Drive'],
    ['/Users/robin/Library/CloudStorage/GoogleDrive-robin@example.org/My Drive', 'Google Drive'],
    ['/Users/robin/Library/Mobile Documents/com~apple~CloudDocs/records', 'iCloud'],
    ['C:\\Users\\Robin\\iCloudDrive', 'iCloud'],
    ['/home/robin/Nextcloud2/records', 'Nextcloud'],
    ['/home/robin/ownCloud/records', 'ownCloud'],
    ['C:\\Users\\Robin\\Box Sync', 'Box'],
    ['/home/robin/Box/records', 'Box'],
    ['/home/robin/pCloudDrive/records', 'pCloud'],
    ['/home/robin/Syncthing/records', 'Syncthing'],
  ])('%s is known as %s', (path, service) => {
    expect(placeAbroad(facts(path))).toEqual({ kind: 'synchronised', service })
  })

  test.each([
    '\\\\server\\team\\records',
    '\\\\?\\UNC\\server\\team',
    '//server/team',
    '/net/server/records',
    '/run/user/1000/gvfs/smb-share:server=example/records',
  ])('%s lies on the network', (path) => {
    expect(placeAbroad(facts(path))).toEqual({ kind: 'network' })
  })

  test.each([
    '/home/robin/.config/Caseboard',
    'C:\\Users\\Robin\\AppData\\Local\\Caseboard',
    '\\\\?\\C:\\Users\\Robin\\records',
    '/Users/robin/Library/Application Support/Caseboard',
    '/home/robin/Boxes/records',
    '/home/robin/dropboxes',
    '/home/robin/internet/records',
  ])('nothing speaks against %s', (path) => {
    expect(placeAbroad(facts(path))).toBeNull()
  })

  test('a drive or share that a Mac shows under /Volumes is told as either', () => {
    expect(placeAbroad(facts('/Volumes/Team/records'))).toEqual({ kind: 'attached' })
  })

  test('wherever the folder of a service stands in a path, and however it is cased, it is known', () => {
    fc.assert(
      fc.property(
        plain,
        plain,
        fc.constantFrom(...syncServices),
        fc.constantFrom('/', '\\'),
        fc.boolean(),
        (before, after, service, between, isUpper) => {
          const name = service === 'iCloud' ? 'iCloud Drive' : service
          const path = `/${[...before, isUpper ? name.toUpperCase() : name, ...after].join(between)}`
          expect(placeAbroad(facts(path))).toEqual({ kind: 'synchronised', service })
        },
      ),
    )
  })

  test('a path of other names is no such place, whatever is mounted elsewhere', () => {
    fc.assert(
      fc.property(plain, (parts) => {
        const mounts = [
          { at: '/', type: 'ext4' },
          { at: `/${parts.join('/')}beside`, type: 'nfs4' },
        ]
        expect(placeAbroad(facts(`/${parts.join('/')}`, { mounts }))).toBeNull()
      }),
    )
  })

  test('the deepest mount decides whether it is the network’s', () => {
    const network = fc.constantFrom('nfs', 'nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse.rclone', 'davfs')
    fc.assert(
      fc.property(plain, plain, network, (share, inside, type) => {
        const at = `/${share.join('/')}`
        const path = `${at}/${inside.join('/')}`
        const mounts = [
          { at: '/', type: 'ext4' },
          { at, type },
        ]
        expect(placeAbroad(facts(path, { mounts }))).toEqual({ kind: 'network' })
        // A drive of this computer that is mounted within it is its own again.
        expect(placeAbroad(facts(path, { mounts: [...mounts, { at: path, type: 'ext4' }] }))).toBeNull()
      }),
    )
  })

  test('a marker that a service leaves, and a folder that the system names as its own, say it where the name does not', () => {
    expect(placeAbroad(facts('/home/robin/Sync/records', { markers: ['.stfolder'] }))).toEqual({
      kind: 'synchronised',
      service: 'Syncthing',
    })
    const roots = [{ service: 'OneDrive', path: 'D:\\Work' }] as const
    expect(placeAbroad(facts('d:\\work\\records', { roots }))).toEqual({ kind: 'synchronised', service: 'OneDrive' })
    expect(placeAbroad(facts('d:\\workshop', { roots }))).toBeNull()
  })
})
