import type { Api } from '#contract'
import type { Page } from 'playwright-core'

type Call = (input?: unknown) => Promise<unknown>

/** `window.caseboard` of the page, called from here: the real bridge, main and vault, without the screens. For what no screen is there to show. */
export function contractDoor(page: Page): Api {
  const call =
    (noun: string, verb: string): Call =>
    (input) =>
      page.evaluate(
        ([of, doing, given]) => {
          const { caseboard } = window as unknown as { readonly caseboard: Readonly<Record<string, Readonly<Record<string, Call>>>> }
          return caseboard[of]?.[doing]?.(given)
        },
        [noun, verb, input] as const,
      )
  const nouns: ProxyHandler<object> = {
    get: (_, noun) => new Proxy({}, { get: (_target, verb) => call(String(noun), String(verb)) }),
  }
  return new Proxy({}, nouns) as Api
}
