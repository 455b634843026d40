import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './bundle/root.ts'
import { demoFile, guidePictures } from './guide/pictures.ts'

/** `npm run guide:pictures -- --from DEMO_DIR`: takes the guide's pictures from a finished demo, under names that stay. */
const { values } = parseArgs({ options: { from: { type: 'string', default: 'demo' } } })
const screens = resolve(values.from, 'screens')
const images = join(root, 'docs/images')

/** Copies a picture with few colours where ImageMagick is at hand (a third of the size), else as it is. */
function copySmall(from: string, to: string): void {
  const made = spawnSync('convert', [from, '+dither', '-colors', '128', '-define', 'png:compression-level=9', `PNG8:${to}`])
  if (made.status !== 0 || statSync(to).size > statSync(from).size) copyFileSync(from, to)
}

const files = readdirSync(screens)
const wanted = Object.entries(guidePictures).map(([name, picture]) => ({ name, of: picture.of, file: demoFile(files, picture) }))
const missing = wanted.filter(({ file }) => file === null)
if (missing.length > 0) {
  process.stderr.write(
    `The demo in ${values.from} has no picture called ${missing.map(({ of }) => of).join(', ')}. Run the demo to its end.\n`,
  )
  process.exit(1)
}
mkdirSync(images, { recursive: true })
for (const { name, file } of wanted) if (file !== null) copySmall(join(screens, file), join(images, `${name}.png`))
const bytes = readdirSync(images).reduce((sum, file) => sum + statSync(join(images, file)).size, 0)
process.stdout.write(`${String(wanted.length)} pictures in docs/images, ${String(Math.round(bytes / 1024))} KB.\n`)
