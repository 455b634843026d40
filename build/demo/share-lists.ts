import type { SharedList } from '#contract'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
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
  await page
    .getByRole('row', { name: /Closed|cases|list/i })
    .nth(1)
    .click()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Save all/ }).waitFor()
  await picture('sharing-preview')
  app.answerOpenDialog([folders.exports])
  await page.getByRole('button', { name: /Save all/ }).click()
  const shares = await contractDoor(page).sharing.overview({ meetingId })
  if (!shares.ok) throw new Error(`the lists were refused: ${shares.refusal.code}`)
  await waitForFiles(folders.exports, shares.value.filter(({ actionCount }) => actionCount > 0).length * 2)
  await picture('sharing-saved')
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

async function waitForFiles(folder: string, count: number): Promise<void> {
  for (let waited = 0; readdirSync(folder).filter((name) => /\.(pdf|xlsx)$/.test(name)).length < count; waited += 200) {
    if (waited > 120_000) throw new Error('the lists were not saved within two minutes')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  // The last file is there; its being read back and the answer take a moment more.
  await new Promise((resolve) => setTimeout(resolve, 1500))
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
  await page.locator('input[type=file]').setInputFiles(returned)
  const apply = page.getByRole('button', { name: /^Apply/ })
  await apply.waitFor({ timeout: 60_000 })
  await picture('return-differences')
  const count = Number(/\d+/.exec(await apply.innerText())?.[0] ?? 0)
  await apply.click()
  await page.waitForTimeout(800)
  await picture('return-applied')
  return count
}
