import { registerHooks } from 'node:module'

const key = Symbol.for('caseboard.stand-in.resolves')

/**
 * From now on `import 'electron'` gives the stand-in, in this process. A module that was imported with `?launch=<id>` gets the stand-in
 * of that run, so that several can live in one process.
 */
export function resolveElectron(): void {
  const globals = globalThis as unknown as Record<symbol, boolean | undefined>
  if (globals[key] === true) return
  globals[key] = true
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      if (specifier !== 'electron') return nextResolve(specifier, context)
      const standIn = new URL('./electron.ts', import.meta.url)
      standIn.search = context.parentURL === undefined ? '' : new URL(context.parentURL).search
      return { url: standIn.href, shortCircuit: true }
    },
  })
}
