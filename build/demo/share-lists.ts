import type { SharedList } from '#contract'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractDoor } from './contract-door.ts'
import { fillInList } from './fill-in-list.ts'
import { goTo, type Stage } from './stage.ts'

export type AgencyList = Pick<SharedList, 'agencyId' | 'agencyName' | 'fileNames' | 'password'> & { readonly actions: number }

/** Looks at the first preview and saves every agency's list into the folder of exports. */
export async function shareLists(stage: Stage, meetingId: number): Promise<readonly AgencyList[]> {
  const { app, page, picture, folders } = stage
  await goTo(page, 'Sharing')
  await picture('sharing')
  await page.getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  const saveAll = page.getByRole('button', { name: /^Save all lists/ })
  await saveAll.waitFor()
  await page.getByText('Held back, and why').first().waitFor()
  await picture('sharing-preview')
  app.answerOpenDialog([folders.exports])
  await saveAll.click()
  await page
    .getByText(/lists were saved|One list was saved/)
    .first()
    .waitFor({ timeout: 120_000 })
  await picture('sharing-saved')
  await page.getByRole('button', { name: 'Show the password' }).first().click()
  await picture('sharing-password')
  const shares = await contractDoor(page).sharing.overview({ meetingId })
  if (!shares.ok) throw new Error(`the lists were refused: ${shares.refusal.code}`)
  return Promise.all(
    shares.value
      .filter(({ actionCount }) => actionCount > 0)
      .map(async ({ agencyId, agencyName, actionCount }) => {
        const preview = await contractDoor(page).sharing.preview({ meetingId, agencyId })
        const password = await contractDoor(page).sharing.password({ agencyId })
        if (!preview.ok || !password.ok) throw new Error('a list just saved has no password')
        // The preview names the next version; what was saved is the one before.
        const names = preview.value.fileNames.map((name) =>
          name.replace(/_v(\d+)\./, (_, version: string) => `_v${String(Number(version) - 1)}.`),
        )
        return { agencyId, agencyName, fileNames: names, password: password.value.password, actions: actionCount }
      }),
  )
}

/** One agency fills its list in and sends it back; the coordinator looks at the differences and accepts them. Answers how many were taken. */
export async function takeReturn(stage: Stage, list: AgencyList): Promise<number> {
  const { page, picture, folders } = stage
  const sent = list.fileNames.find((name) => name.endsWith('.xlsx')) ?? ''
  const filled = await fillInList(readFileSync(join(folders.exports, sent)), list.password, [
    { status: 'complete', comment: 'Done on the day it was due.' },
    { status: 'in progress', comment: 'Begun; the first call is made.' },
    { status: 'not possible (circumstances)', comment: 'The address changed before it could be done.' },
  ])
  const returned = join(folders.returns, sent)
  writeFileSync(returned, filled)
  await goTo(page, 'Sharing')
  await page.locator('input[type=file]').setInputFiles(returned)
  await page.getByRole('heading', { name: /^Returned by/ }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Accept all' }).click()
  await picture('return-differences')
  const apply = page.getByRole('button', { name: /^Apply .* difference/ })
  const words = await apply.innerText()
  await apply.click()
  await page
    .getByText(/applied/)
    .first()
    .waitFor()
  await picture('return-applied')
  return Number(/\d+/.exec(words)?.[0] ?? 1)
}
