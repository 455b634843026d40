import type { Script } from './app-child.ts'

/** The window is opened, and left alone for a while. */
export const run: Script = async ({ app, stage }) => {
  await app.page.getByRole('heading').first().waitFor()
  await app.page.waitForTimeout(6000)
  await stage('opened')
}
