import { basename } from 'node:path'
import { contractDoor } from './contract-door.ts'
import { goTo, type Stage } from './stage.ts'

export type ImportOutcome = { readonly imported: number; readonly refused: readonly RefusedRow[] }
/** A row of the file that was not imported, and why. */
export type RefusedRow = { readonly row: number; readonly reasons: readonly string[] }

/** Keeps in a note what has no field of its own: the sample's column of neighbourhood beats. */
async function keepInNote({ page }: Stage): Promise<void> {
  const beat = page.getByLabel('Where “Neighbourhood beat” goes to')
  if ((await beat.count()) > 0) await beat.selectOption({ label: 'Keep in a note' })
}

/** Saves which column goes where, for the list of next month. */
async function saveMapping({ page, picture }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Save these columns under a name' }).click()
  await page.getByLabel('Name of the mapping').fill('Our monthly list')
  await picture('referrals-mapping-name')
  await page.keyboard.press('Enter')
  await page.getByText(/^Saved as /).waitFor()
}

async function pickFile(stage: Stage, path: string, name: string): Promise<void> {
  const { page, picture } = stage
  await picture(`${name}-file`)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: 'Check the rows' }).waitFor({ timeout: 60_000 })
  await keepInNote(stage)
  await picture(`${name}-columns`)
  const missing = page.getByText(/^Still needed: /)
  if (await missing.isVisible())
    throw new Error(
      `${basename(path)}: ${await missing.innerText()} The demo does not choose columns by hand; rename the heading, or import the file in the app.`,
    )
}

/** Imports what is ready; answers how many rows went in. */
async function commit({ page }: Stage): Promise<number> {
  const button = page.getByRole('button', { name: /^Import \d/ })
  const ready = Number(/\d+/.exec(await button.innerText())?.[0] ?? 0)
  if (ready === 0 || (await button.isDisabled())) return 0
  await button.click()
  await page
    .getByText(/\d+ (referrals?|agenc(y|ies)) imported\./)
    .first()
    .waitFor({ timeout: 120_000 })
  return ready
}

export async function importAgencies(stage: Stage, path: string): Promise<ImportOutcome> {
  const { page, picture } = stage
  await goTo(page, 'Agencies')
  await page
    .getByRole('button', { name: 'Import a list' })
    .or(page.getByRole('link', { name: 'Import a list' }))
    .first()
    .click()
  await pickFile(stage, path, 'agencies')
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await picture('agencies-rows')
  const imported = await commit(stage)
  return { imported, refused: await leftRows(stage, 'agencies') }
}

/** The rows that the review still holds, each with its trouble; asked of the app itself, since the screen draws only the rows in view. */
async function leftRows({ page }: Stage, kind: 'referrals' | 'agencies'): Promise<readonly RefusedRow[]> {
  const review = await contractDoor(page).imports.pending({ kind })
  if (!review.ok || review.value === null) return []
  return review.value.rows
    .filter(({ verdict }) => verdict !== 'ready')
    .map((row) => ({
      row: row.number,
      reasons:
        row.duplicate && row.verdict === 'duplicate' ? [row.duplicate.kind] : row.problems.map(({ field, code }) => `${field}: ${code}`),
    }))
}

/**
 * Imports the referrals. Agencies that the file names and the team does not have are added only where the team's own list was not given. One misspelt
 * agency is mended by the suggestion, as a coordinator would; what cannot be mended without asking stays refused.
 */
export async function importReferrals(
  stage: Stage,
  path: string,
  { addsAgencies }: { readonly addsAgencies: boolean },
): Promise<ImportOutcome> {
  const { page, picture } = stage
  await goTo(page, 'Cases')
  await page
    .getByRole('button', { name: 'Import', exact: true })
    .or(page.getByRole('link', { name: 'Import', exact: true }))
    .first()
    .click()
  await pickFile(stage, path, 'referrals')
  const adding = page.getByRole('checkbox', { name: /Add these agencies/ })
  if (addsAgencies && (await adding.count()) > 0) await adding.check()
  await saveMapping(stage)
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: /^Import \d/ }).waitFor()
  await picture('referrals-rows')
  const suggestions = page.getByRole('group', { name: /^What may be meant for/ }).getByRole('button')
  if ((await suggestions.count()) > 0) {
    await suggestions.first().click()
    await page.waitForTimeout(300)
    await picture('referrals-mended')
  }
  const imported = await commit(stage)
  await picture('referrals-imported')
  return { imported, refused: await leftRows(stage, 'referrals') }
}
