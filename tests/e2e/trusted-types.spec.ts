import { expect, test } from './support/fixture.ts'
import { startTeam } from './support/month.ts'

test.use({ launch: { locale: 'en-GB' } })

test.describe('what is refused', () => {
  test.use({ breaksPolicy: true })

  test('a text never becomes elements or script in the page, and no rule can be made by which it would', async ({ page }) => {
    await startTeam(page)
    const tried = await page.evaluate(() => {
      const outcome = (work: () => unknown): string => {
        try {
          work()
          return 'done'
        } catch (error) {
          return error instanceof Error ? error.name : 'other'
        }
      }
      const frame = document.createElement('iframe')
      const script = document.createElement('script')
      const inert = document.createElement('div')
      const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
      const pass = { createHTML: (text: string) => text, createScript: (text: string) => text, createScriptURL: (text: string) => text }
      return {
        innerHTML: outcome(() => (document.body.innerHTML = '<b>')),
        outerHTML: outcome(() => (inert.outerHTML = '<b>')),
        insertAdjacentHTML: outcome(() => inert.insertAdjacentHTML('beforeend', '<img src=x onerror=x()>')),
        srcdoc: outcome(() => (frame.srcdoc = '<b>')),
        parser: outcome(() => new DOMParser().parseFromString('<b>', 'text/html')),
        fragment: outcome(() => document.createRange().createContextualFragment('<b>')),
        scriptText: outcome(() => (script.text = 'x()')),
        scriptSource: outcome(() => (script.src = 'x.js')),
        handler: outcome(() => inert.setAttribute('onclick', 'x()')),
        policy: outcome(() => trustedTypes.createPolicy('passes', pass)),
        defaultPolicy: outcome(() => trustedTypes.createPolicy('default', pass)),
        // What the app itself uses goes on.
        text: outcome(() => (inert.textContent = '<b>')),
      }
    })
    const { text, ...forbidden } = tried
    expect(text).toBe('done')
    expect(new Set(Object.values(forbidden))).toEqual(new Set(['TypeError']))
    await expect(page.getByRole('navigation').first()).toBeVisible()
  })
})

test('the style elements of the widgets are there, and each of them has taken effect', async ({ page }) => {
  await startTeam(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  const rules = await page.evaluate(() =>
    [...document.querySelectorAll('style[data-mantine-styles]')].map((element) =>
      element instanceof HTMLStyleElement ? (element.sheet?.cssRules.length ?? 0) : 0,
    ),
  )
  expect(rules.length).toBeGreaterThanOrEqual(2)
  expect(rules.every((count) => count > 0)).toBe(true)
})
