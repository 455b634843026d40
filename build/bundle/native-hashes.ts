import { join } from 'node:path'
import { hashOf, nativeFiles, type NativeHashes } from '../../main/native-modules.ts'
import { root } from './root.ts'

/** What the native modules are as the app is built: main compares them at every start. */
export async function nativeHashes(): Promise<NativeHashes> {
  const nodeModules = join(root, 'node_modules')
  const paths = await nativeFiles(nodeModules)
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await hashOf(join(nodeModules, path))] as const)))
}
