import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../bundle/root.ts'

/** npm beside the one that runs this, or the one of the path. */
const npm = process.env['npm_execpath']
const [program, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]]

/**
 * Writes what the program is made of (CycloneDX, as npm reads it from the lock file: every package with its version, licence and the hash of its
 * archive) beside the installers; gives the path (security requirement 49). Throws where npm does not know.
 */
export async function writeBillOfMaterials(output: string, version: string): Promise<string> {
  const asked = spawnSync(program, [...first, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (asked.status !== 0) throw new Error(`npm sbom: ${asked.stderr}`)
  const bill = JSON.parse(asked.stdout) as { metadata: { component: { name: string } } }
  // npm names it after the folder that it happens to lie in.
  bill.metadata.component.name = 'caseboard'
  const path = join(output, `caseboard-${version}.cdx.json`)
  await writeFile(path, `${JSON.stringify(bill, null, 2)}\n`)
  return path
}
