import { build, Platform, type Configuration } from 'electron-builder'
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './bundle/root.ts'
import { electronBinary } from './electron-binary.ts'
import { writeBillOfMaterials } from './package/bill-of-materials.ts'
import { makeSubstituteElectron } from './package/substitute-electron.ts'

// `npm run dist` makes the installers for this platform. `npm run dist -- --substitute` goes through all of it but the last step without
// Electron's program, and leaves dist/linux-unpacked to be looked at. `--output DIR` puts the results elsewhere.

const isSubstitute = process.argv.includes('--substitute')
const at = process.argv.indexOf('--output')
const output = at < 0 ? join(root, 'dist') : (process.argv[at + 1] ?? '')

function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}
if (output === '') refuse('--output needs a folder')
if (isSubstitute && process.platform !== 'linux') refuse('--substitute is for Linux, where the installers cannot be made without Electron')

const made = spawnSync(process.execPath, [join(root, 'build/bundle.ts')], { stdio: 'inherit' })
if (made.status !== 0) process.exit(made.status ?? 1)

const scratch = await mkdtemp(join(tmpdir(), 'caseboard-package-'))
try {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string
    devDependencies: { electron: string }
  }
  let electronDist: string | null = null
  if (isSubstitute) {
    electronDist = await makeSubstituteElectron(scratch, manifest.devDependencies.electron)
    console.log('Packaging with a substitute for Electron: the result cannot be run.')
  } else if (electronBinary() === null) {
    console.log("Electron's program is not here yet: electron-builder fetches it from where Electron publishes it.")
  }
  const paths = await build({
    projectDir: root,
    config: { extends: join(root, 'electron-builder.yml'), directories: { output }, electronDist } satisfies Configuration,
    publish: 'never',
    targets: isSubstitute ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
  })
  for (const path of [...paths, await writeBillOfMaterials(output, manifest.version)]) console.log(path)
} finally {
  await rm(scratch, { recursive: true, force: true })
}
