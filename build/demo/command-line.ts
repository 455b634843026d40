import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type DemoOptions = { readonly out: string; readonly referrals: string | null; readonly agencies: string | null }

/** Reads `--out DIR [--referrals FILE] [--agencies FILE]`. Throws, in words for a person, where a file is missing or the folder is not empty. */
export function demoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string', default: 'demo' }, referrals: { type: 'string' }, agencies: { type: 'string' } },
  })
  const file = (path: string | undefined): string | null => {
    if (path === undefined) return null
    if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
    return resolve(path)
  }
  const out = resolve(values.out)
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Error(`${values.out} is not empty. Choose another folder with --out, or remove it first.`)
  return { out, referrals: file(values.referrals), agencies: file(values.agencies) }
}
