import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { join } from 'node:path'

/** What electron-builder tells of the folder that it has just filled. */
export type PackedApp = {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: { readonly appInfo: { readonly productFilename: string }; readonly executableName?: string }
}

/** Every fuse of the pinned Electron (security.md 46). Only our own archive is ever run, and never as plain Node. */
export const fuses = {
  [FuseV1Options.RunAsNode]: false,
  // The window's session is in memory and has no cookies; encrypting none would ask for the keychain on a Mac.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: without the trap handlers WebAssembly is only slower.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>

/** Sets the fuses of a packed app and reads them back. Throws when one is not as it should be, or is not known here. */
export async function afterPack({ appOutDir, electronPlatformName, packager }: PackedApp): Promise<void> {
  const { productFilename } = packager.appInfo
  const program =
    electronPlatformName === 'darwin'
      ? `${productFilename}.app`
      : electronPlatformName === 'win32'
        ? `${productFilename}.exe`
        : (packager.executableName ?? productFilename)
  const path = join(appOutDir, program)
  await flipFuses(path, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  })

  const { version: _version, ...wire } = await getCurrentFuseWire(path)
  const states = new Map(Object.entries(wire))
  for (const [option, wanted] of Object.entries(fuses)) {
    if (states.get(option) !== (wanted ? FuseState.ENABLE : FuseState.DISABLE)) throw new Error(`fuse ${option} is not set in ${program}`)
  }
}
