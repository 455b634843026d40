import { pathToFileURL } from 'node:url'
import { type LaunchedApp, launchCaseboard } from '../../../build/launch.ts'

/** What a script of a run is given: the app, and the way to tell the parent where it stands and wait until it has looked. */
export type Scene = {
  readonly app: LaunchedApp
  readonly profile: string
  readonly folder: string
  readonly stage: (name: string) => Promise<void>
}
export type Script = (scene: Scene) => Promise<void>

// The app with its window in a process of its own, so that it can be looked at from outside: `app-child.ts SCRIPT PROFILE FOLDER`.
const [script = '', profile = '', folder = ''] = process.argv.slice(2)

async function stage(name: string): Promise<void> {
  process.send?.(name)
  await new Promise((resolve) => process.once('message', resolve))
}

const { run } = (await import(pathToFileURL(script).href)) as { readonly run: Script }
const app = await launchCaseboard({ profile, locale: 'en-GB', hideStandInBadge: true })
try {
  await run({ app, profile, folder, stage })
  await app.close()
  await stage('closed')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  await app.kill()
  process.exit(1)
}
process.exit(0)
