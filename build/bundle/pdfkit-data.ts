import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const READ = /fs\.readFileSync\(__dirname \+ '\/data\/([\w-]+\.afm)', 'utf8'\)/g

/** pdfkit reads the metrics of the fourteen standard fonts from files beside itself; in a bundle they must be part of its text. */
export function pdfkitData(): Plugin {
  return {
    name: 'caseboard:pdfkit-data',
    transform(code, id) {
      if (!/[\\/]pdfkit[\\/]js[\\/]pdfkit(\.es)?\.js$/.test(id)) return null
      const data = join(dirname(id), 'data')
      const inlined = code.replaceAll(READ, (_match, file: string) => JSON.stringify(readFileSync(join(data, file), 'utf8')))
      if (inlined === code) throw new Error('pdfkit no longer reads its font metrics as it did: see build/bundle/pdfkit-data.ts')
      return { code: inlined, map: null }
    },
  }
}
