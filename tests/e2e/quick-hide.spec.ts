import { expect, test } from './support/fixture.ts'
import { ask, seedMonth, startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB', hideStandInBadge: true } })

test('one key blanks the screen at once, and the work is there again as it was', async ({ page }) => {
  test.setTimeout(90_000)
  await startTeam(page)
  await seedMonth(page, '2026-12-10')
  await page.getByRole('link', { name: /^Cases/ }).click()
  await expect(page.getByText('Alma Invented').first()).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Reference or name' })
  await search.fill('Alma')
  await page.keyboard.press('F8')

  const cover = page.getByRole('dialog', { name: /The screen is hidden/ })
  await expect(cover).toBeVisible()
  const picture = await page.screenshot()
  // One colour packs to next to nothing; the same screen shown does not.
  expect(picture.length).toBeLessThan(12_000)
  await page.keyboard.type('leak')
  await page.keyboard.press('Tab')
  expect(await page.locator('body').ariaSnapshot()).not.toContain('Alma')

  await page.keyboard.press('Escape')
  await expect(cover).toBeHidden()
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('Alma')
  expect((await page.screenshot()).length, 'the same screen shown is no blank').toBeGreaterThan(24_000)

  await page.keyboard.press('F8')
  await expect(cover).toBeVisible()
  await page.keyboard.press('F8')
  await expect(cover).toBeHidden()
})

test('whoever hid the screen and does not come back finds it locked', async ({ page }) => {
  await startTeam(page)
  await page.clock.install()
  await page.keyboard.press('F8')
  await expect(page.getByRole('dialog', { name: /The screen is hidden/ })).toBeVisible()
  await page.clock.fastForward(31_000)
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible()
})

test('while names are hidden, the page of a case names nobody, whatever was written of them', async ({ page }) => {
  await startTeam(page)
  const { agencyIds } = await seedMonth(page, '2026-12-10')
  const recorded = (await ask(page, 'referrals.record', {
    draft: {
      sourceAgencyId: agencyIds[0],
      receivedOn: '2026-11-20',
      victim: { name: 'Iva Fictional' },
      perpetrator: { name: 'Olaf Pretend' },
      criteria: { professionalJudgement: true, judgementReason: 'Olaf waits outside her door.' },
      summary: 'Iva told the nurse of it.',
    },
    caseId: null,
  })) as { readonly caseReference: string }
  await page.reload()
  await page.getByRole('link', { name: /^Cases/ }).click()
  await page.getByText(recorded.caseReference).click()
  await expect(page.getByRole('region', { name: 'Danger' })).toContainText('Olaf waits')
  const written = async () => page.getByRole('main').innerText()
  expect(await written()).toContain('Iva told')
  await page.keyboard.press('F9')
  await expect.poll(written).not.toMatch(/Iva|Fictional|Olaf|Pretend/)
  expect(await written()).toContain('waits outside her door')
})
