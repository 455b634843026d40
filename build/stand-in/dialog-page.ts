import { homedir } from 'node:os'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

export type AskedDialog = { readonly title: string; readonly path: string; readonly button: string }

/** Asks a person for a path in a small window of its own: what stands for the system's dialogs. Null when she cancels or closes it. */
export async function askForPath(page: Page, { title, path, button }: AskedDialog): Promise<string | null> {
  let decide: (path: string | null) => void = () => undefined
  const decided = new Promise<string | null>((settle) => {
    decide = settle
  })
  page.on('close', () => {
    decide(null)
  })
  await page.exposeFunction('decide', decide)
  await page.setContent(`<!doctype html><meta charset="utf-8"><title></title>
<style>body{font:14px system-ui,sans-serif;margin:24px;color-scheme:light dark}input{box-sizing:border-box;width:100%;font:inherit;padding:6px;margin:8px 0 16px}
button{font:inherit;padding:4px 16px;margin-right:8px}</style>
<form><label><span></span><input name="path" autofocus autocomplete="off" spellcheck="false"></label>
<button type="submit"></button><button type="button">Cancel</button></form>`)
  await page.evaluate(
    (asked) => {
      document.title = asked.title
      const form = document.querySelector('form')
      const input = form?.querySelector('input')
      const [ok, cancel] = form?.querySelectorAll('button') ?? []
      const label = form?.querySelector('span')
      if (!form || !input || !ok || !cancel || !label) return
      label.textContent = asked.title
      ok.textContent = asked.button
      input.value = asked.path
      input.select()
      const tell = (globalThis as unknown as { decide: (path: string | null) => void }).decide
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        if (input.value.trim() !== '') tell(input.value.trim())
      })
      cancel.addEventListener('click', () => {
        tell(null)
      })
      addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') tell(null)
      })
    },
    { title, button, path: path === '' ? homedir() : resolve(homedir(), path) },
  )
  const answer = await decided
  await page.close().catch(() => undefined)
  return answer === null ? null : resolve(homedir(), answer)
}
