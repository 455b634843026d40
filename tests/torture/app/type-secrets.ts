import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import type { Script } from './app-child.ts'

/** Letters are kept apart and masked, and typed one by one: the process that types must not hold the words that are looked for. */
const MASK = 0x5a
export type Masked = readonly number[]

/** Hides a text of ASCII letters; for the process that looks, which knows it. */
export function masked(text: string): Masked {
  return [...Buffer.from(text)].map((byte) => byte ^ MASK)
}

async function type(page: Page, field: Locator, secret: Masked): Promise<void> {
  await field.focus()
  for (const byte of secret) await page.keyboard.press(String.fromCharCode(byte ^ MASK))
}

export type Secrets = { readonly passphrase: Masked; readonly victim: Masked; readonly address: Masked }

/** First run, one case typed and shown, locked. The words come from the parent, hidden, and are read from nowhere. */
export const run: Script = async ({ app, stage }) => {
  const { page } = app
  const { passphrase, victim, address } = JSON.parse(process.env['CASEBOARD_TORTURE_SECRETS'] ?? '{}') as Secrets
  await type(page, page.getByLabel('Passphrase', { exact: true }), passphrase)
  await type(page, page.getByLabel('The same passphrase again'), passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  const list = page.getByRole('list', { name: 'Recovery key' })
  await list.waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).waitFor()
  const groups = (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/^\s*\d+\s*/, '').trim())
  await page.getByRole('button', { name: 'I have it on paper or on a stick' }).click()
  for (const field of await page.getByLabel(/^Group \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(groups[Number(/\d+/.exec(label)?.[0] ?? '0') - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Check and create the records' }).click()
  await page.getByLabel('Name of the team').fill('Fablewood Review')
  await page.getByLabel('Your name').fill('Xanthe Underhill-Gray')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Start empty/ }).click()
  const navigation = page.getByRole('navigation')
  await navigation.getByRole('link', { name: /^Cases/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
  await page.locator('main').focus()
  await page.keyboard.press('n')
  const person = page.getByRole('group', { name: 'Victim', exact: true })
  await type(page, person.getByLabel('Name'), victim)
  await type(page, person.getByLabel('Address'), address)
  // Kept as a draft in the store, and brought back from it into a page that did not have it typed.
  await wait(1500)
  await navigation.getByRole('link', { name: /^Settings/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await navigation.getByRole('link', { name: /^Cases/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
  await page.locator('main').focus()
  await page.keyboard.press('n')
  // Not the field itself: what drives the window writes down the value of an element that it waits for.
  await person.waitFor()
  await wait(1000)
  await stage('open')

  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Locked' }).waitFor()
  await wait(2000)
  await stage('locked')
}
