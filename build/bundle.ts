import { stripVTControlCharacters } from 'node:util'
import { bundle } from './bundle/bundle-target.ts'
import { targets } from './bundle/targets.ts'

// `node build/bundle.ts [--only=main,vault] [--force]` makes out/. What has not changed since it was last made is left alone.
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const force = process.argv.includes('--force')

const unknown = only?.filter((name) => !targets.some((target) => target.name === name)) ?? []
if (unknown.length > 0) {
  console.error(`bundle: unknown target ${unknown.join(', ')}; there are ${targets.map((target) => target.name).join(', ')}`)
  process.exit(2)
}

for (const target of targets.filter(({ name }) => only === undefined || only.includes(name))) {
  const started = performance.now()
  try {
    const outcome = await bundle(target, force)
    console.log(`bundle: ${target.name} ${outcome}${outcome === 'made' ? ` in ${String(Math.round(performance.now() - started))} ms` : ''}`)
  } catch (error) {
    console.error(`bundle: ${target.name} failed\n${error instanceof Error ? stripVTControlCharacters(error.message) : String(error)}`)
    process.exitCode = 1
  }
}
