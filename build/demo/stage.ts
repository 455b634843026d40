import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { LaunchedApp } from '../launch.ts'

/** What every step of the demo works with. */
export type Stage = {
  readonly app: LaunchedApp
  readonly page: Page
  readonly folders: Folders
  /** Takes a numbered picture of the window. */
  readonly picture: (name: string) => Promise<void>
  readonly say: (line: string) => void
}

export type Folders = {
  readonly out: string
  readonly profile: string
  readonly exports: string
  readonly returns: string
  readonly screens: string
}

/** Makes the demo's folders and answers their paths. */
export function makeFolders(out: string): Folders {
  const folders = {
    out,
    profile: join(out, 'profile'),
    exports: join(out, 'exports'),
    returns: join(out, 'returns'),
    screens: join(out, 'screens'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  return folders
}

export function stageOf(app: LaunchedApp, folders: Folders): Stage {
  let count = 0
  return {
    app,
    page: app.page,
    folders,
    picture: async (name) => {
      count += 1
      // Two frames: what came last has been drawn, and what fades has faded.
      await app.page.waitForTimeout(250)
      await app.page.screenshot({ path: join(folders.screens, `${String(count).padStart(2, '0')}-${name}.png`) })
    },
    say: (line) => process.stdout.write(`${line}\n`),
  }
}

/** Goes to a page by the navigation at the left, as a person would. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
