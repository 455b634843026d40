/** Programs that copy a folder to computers of other people, by the names that they give to their folders. */
export const syncServices = [
  'OneDrive',
  'Dropbox',
  'Google Drive',
  'iCloud',
  'Nextcloud',
  'ownCloud',
  'Box',
  'Syncthing',
  'pCloud',
] as const
export type SyncService = (typeof syncServices)[number]

/** Where a folder lies, if a copy of what is in it may leave this computer. `attached`: a drive or a network place of a Mac, which cannot be told apart. */
export type PlaceAbroad =
  | { readonly kind: 'synchronised'; readonly service: SyncService }
  | { readonly kind: 'network' }
  | { readonly kind: 'attached' }

/** What is known of a folder. `markers`: names of files that lie in it or above it. `roots`: folders that the system names as a service's own. */
export type PlaceFacts = {
  readonly path: string
  readonly mounts: readonly { readonly at: string; readonly type: string }[]
  readonly markers: readonly string[]
  readonly roots: readonly { readonly service: SyncService; readonly path: string }[]
}

/** The name of a folder, as each service writes it on Windows, macOS (in `CloudStorage`) and Linux. A name with more behind it names the account. */
const folderNames: Readonly<Record<SyncService, RegExp>> = {
  OneDrive: /^onedrive(\s*-.*)?$/,
  Dropbox: /^dropbox(\s*[(-].*)?$/,
  'Google Drive': /^(google ?drive(\s*[(-].*)?|googledrive-.*|drivefs)$/,
  iCloud: /^(mobile documents|com~apple~clouddocs|icloud ?drive)$/,
  Nextcloud: /^nextcloud\d*(\s*[(-].*)?$/,
  ownCloud: /^owncloud\d*(\s*[(-].*)?$/,
  Box: /^box([ -](sync|box|drive))?$/,
  Syncthing: /^syncthing$/,
  pCloud: /^p-?cloud ?(drive|sync)?$/,
}

const markerOf: Readonly<Record<string, SyncService>> = {
  '.stfolder': 'Syncthing',
  '.dropbox': 'Dropbox',
  '.dropbox.cache': 'Dropbox',
  '.nextcloudsync.log': 'Nextcloud',
  '.owncloudsync.log': 'ownCloud',
}
/** The names of files by which a folder is known as a service's. */
export const syncMarkers: readonly string[] = Object.keys(markerOf)

/** File systems whose files lie on another computer, as Linux names them. */
const networkTypes =
  /^(nfs4?|cifs|smbfs|smb3|afs|afpfs|ceph|glusterfs|davfs|webdav|ncpfs|fuse\.(sshfs|davfs2?|rclone|curlftpfs|s3fs|glusterfs|gvfsd-fuse))$/

const partsOf = (path: string): readonly string[] => path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.')

/** Whether a path is a folder or lies in it; upper and lower case are one, as on Windows and macOS. */
function liesIn(path: string, folder: string): boolean {
  const [parts, root] = [partsOf(path), partsOf(folder)]
  return root.every((part, index) => part.toLowerCase() === parts[index]?.toLowerCase())
}

function serviceOf({ path, markers, roots }: PlaceFacts): SyncService | null {
  const named = roots.find((root) => partsOf(root.path).length > 0 && liesIn(path, root.path))
  if (named !== undefined) return named.service
  for (const part of partsOf(path).map((each) => each.toLowerCase())) {
    const service = syncServices.find((each) => folderNames[each].test(part))
    if (service !== undefined) return service
  }
  for (const name of markers) {
    const service = markerOf[name]
    if (service !== undefined) return service
  }
  return null
}

/** `\\server\folder`, also written as `\\?\UNC\server\folder`; not `\\?\C:\folder`, which is a drive of this computer. */
function isOnServer(path: string): boolean {
  if (/^[\\/]{2}[?.][\\/]/.test(path)) return /^[\\/]{2}[?.][\\/]unc[\\/]/i.test(path)
  return /^(\\\\|\/\/)[^\\/]/.test(path)
}

function isOnNetwork({ path, mounts }: PlaceFacts): boolean {
  if (isOnServer(path)) return true
  const [first = '', ...rest] = partsOf(path)
  if (path.startsWith('/') && (first === 'net' || [first, ...rest].some((part) => part === 'gvfs' || part === '.gvfs'))) return true
  // The mount that is deepest decides, and of two at one place the later one.
  let held: { readonly depth: number; readonly type: string } | null = null
  for (const { at, type } of mounts) {
    const depth = partsOf(at).length
    if (liesIn(path, at) && depth >= (held?.depth ?? 0)) held = { depth, type }
  }
  return held !== null && networkTypes.test(held.type)
}

/** Whether copies of what lies in a folder may leave this computer, and by what. Null where nothing speaks for it, which is no proof (security.md 32). */
export function placeAbroad(facts: PlaceFacts): PlaceAbroad | null {
  const service = serviceOf(facts)
  if (service !== null) return { kind: 'synchronised', service }
  if (isOnNetwork(facts)) return { kind: 'network' }
  return facts.path.startsWith('/Volumes/') ? { kind: 'attached' } : null
}
