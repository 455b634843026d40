import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { root } from './root.ts'
import { dropStamp, inputsHash, isFresh, writeStamp } from './stamp.ts'

/** One thing to bundle. */
export type Target = {
  readonly name: string
  /** Files and folders that the result depends on. */
  readonly inputs: readonly string[]
  /** The file that must exist for there to be anything to make. */
  readonly entry: string
  /** The file or folder made. */
  readonly output: string
  /** The vite configuration that writes the output, or for a file its file name, into `outDir`. */
  readonly config: (outDir: string) => InlineConfig | Promise<InlineConfig>
}

const always = ['build/bundle.ts', 'build/bundle', 'package.json', 'package-lock.json']

/** Makes one target, aside and then moved into place whole, so that a running app never meets half a bundle. */
export async function bundle(target: Target, force: boolean): Promise<'made' | 'unchanged' | 'left out: no source'> {
  if (!existsSync(join(root, target.entry))) return 'left out: no source'
  const inputs = [...always, ...target.inputs]
  if (!force && isFresh(target.name, inputs, [target.output])) return 'unchanged'

  const hash = inputsHash(inputs)
  const aside = join(root, 'out', `.making-${target.name}-${String(process.pid)}`)
  const place = join(root, target.output)
  const isFolder = !/\.\w+$/.test(target.output)
  try {
    await asProduction(async () => build(await target.config(aside)))
    dropStamp(target.name)
    mkdirSync(dirname(place), { recursive: true })
    if (isFolder) {
      const old = `${aside}-old`
      if (existsSync(place)) renameSync(place, old)
      renameSync(aside, place)
      rmSync(old, { recursive: true, force: true })
    } else {
      renameSync(join(aside, place.slice(dirname(place).length + 1)), place)
    }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  writeStamp(target.name, hash, [target.output])
  return 'made'
}

/** Vite looks at the environment as well as at its configuration: a bundle that a test asks for is to be the same as any other. */
async function asProduction<Value>(work: () => Promise<Value>): Promise<Value> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
