import { contractDoor } from './contract-door.ts'
import { goTo, type Stage } from './stage.ts'

/** Two neighbouring letters swapped in the middle of a word. */
function misspelt(word: string): string {
  const letters = [...word]
  const at = letters.findIndex((letter, index) => index > 1 && letter !== letters[index + 1] && letters[index + 1] !== undefined)
  if (at === -1) return word
  return [...letters.slice(0, at), letters[at + 1] ?? '', letters[at] ?? '', ...letters.slice(at + 2)].join('')
}

/** Looks for somebody whose name is misspelt, and for words that stand in actions and in the record. */
export async function searchRecords({ page, picture }: Stage): Promise<void> {
  const cases = await contractDoor(page).cases.list({ limit: 1 })
  const name = cases.ok ? (cases.value.rows[0]?.victimName ?? '') : ''
  const word = name.split(/[\s-]+/u).toSorted((one, other) => other.length - one.length)[0] ?? ''
  await goTo(page, 'Search')
  const field = page.getByRole('searchbox', { name: 'Search everything' })
  const found = page.getByRole('status').filter({ hasText: /found/ })
  await field.fill('safe OR school -"no answer"')
  await found.waitFor()
  await picture('search-words')
  await field.fill(misspelt(word))
  await page
    .getByText(/Showing results for|found/)
    .first()
    .waitFor()
  // The answer to the former words stays until the new one is there.
  await page.waitForTimeout(500)
  await picture('search-misspelt')
}
