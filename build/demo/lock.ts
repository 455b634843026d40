import type { Stage } from './stage.ts'

/** Locks by the button in the head, and unlocks again where a passphrase is given. */
export async function lock({ page, picture }: Stage): Promise<void> {
  await page.getByRole('button', { name: /^Lock/ }).click()
  await page.getByRole('button', { name: 'Unlock' }).waitFor({ timeout: 30_000 })
  await picture('locked')
}
