import type { Plugin } from 'vite'

/** The modules of the widget kit that write a style element as if it were HTML, once each. */
const writers = [
  'core/InlineStyles/InlineStyles.mjs',
  'core/MantineProvider/MantineClasses/MantineClasses.mjs',
  'core/MantineProvider/MantineCssVariables/MantineCssVariables.mjs',
  'core/MantineProvider/use-mantine-color-scheme/use-mantine-color-scheme.mjs',
]

const AS_HTML = /dangerouslySetInnerHTML: \{ __html: (?<css>.+) \}$|(?<assignment>\bstyle)\.innerHTML = /gm

/** The code of such a module, with its style written as text. Throws where it does not write exactly one as it used to. */
export function withStyleAsText(code: string): string {
  if ([...code.matchAll(AS_HTML)].length !== 1)
    throw new Error('the widget kit no longer writes its styles as it did: see build/bundle/style-as-text.ts')
  return code.replaceAll(AS_HTML, (_found, css: string | undefined) => (css === undefined ? 'style.textContent = ' : `children: ${css}`))
}

/**
 * Lets the widget kit write its style elements as text, which is all that they ever hold. Nothing in the page then makes elements of a text,
 * and the content security policy can forbid it altogether (docs/decisions/0003). A version of the kit that writes otherwise fails the build.
 */
export function styleAsText(): Plugin {
  const met = new Set<string>()
  return {
    name: 'caseboard:style-as-text',
    buildStart() {
      met.clear()
    },
    transform(code, id) {
      const writer = writers.find((name) => id.replaceAll('\\', '/').endsWith(`/@mantine/core/esm/${name}`))
      if (writer === undefined) return null
      met.add(writer)
      return { code: withStyleAsText(code), map: null }
    },
    buildEnd() {
      const missing = writers.filter((name) => !met.has(name))
      if (missing.length > 0) this.error(`not met in the bundle: ${missing.join(', ')}: see build/bundle/style-as-text.ts`)
    },
  }
}
