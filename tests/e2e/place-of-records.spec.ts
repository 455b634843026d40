import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchCaseboard } from '../../build/launch.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/fixture.ts'
import { startTeam } from './support/month.ts'

const title = 'Copies may leave this computer'

test('a first run in a synchronised folder is warned of before the records are made, and the settings go on saying it', async ({
  profile,
}) => {
  const app = await launchCaseboard({ profile: join(profile, 'OneDrive - Example', 'records'), locale: 'en-GB', hideStandInBadge: true })
  const { page } = app
  const notice = page.getByRole('region', { name: title })
  await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible()
  await expect(notice).toContainText('a folder that OneDrive copies to other computers')
  await expect(notice).toContainText('start it with a folder that stays on this computer')
  await expectAccessible(page)

  await startTeam(page)
  await page.getByRole('link', { name: /^Settings/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(notice).toContainText('OneDrive')
  await expectAccessible(page)
  await app.close()
})

test('a folder of this computer is not warned of; a backup that goes to a synchronised one is said to leave it', async ({
  app,
  page,
  profile,
}) => {
  await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
  await startTeam(page)
  await page.getByRole('link', { name: /^Settings/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)

  const stick = join(profile, 'a stick')
  const dropbox = join(profile, 'Dropbox')
  for (const folder of [stick, dropbox]) mkdirSync(folder)
  await page.getByRole('link', { name: 'Open backups' }).click()
  const makeIn = async (folder: string) => {
    app.answerOpenDialog([folder])
    await page.getByRole('button', { name: /^Back up to a stick/ }).click()
    await expect(page.getByText(`Last place: ${folder}`)).toBeVisible({ timeout: 20_000 })
  }
  await makeIn(stick)
  await expect(page.getByText(title)).toHaveCount(0)
  await makeIn(dropbox)
  await expect(page.getByText(/^Dropbox copies this folder to other computers\. The backup is encrypted/)).toBeVisible()
  await expectAccessible(page)
})
