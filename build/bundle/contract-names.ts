import { join } from 'node:path'
import type { Plugin } from 'vite'
import { root } from './root.ts'

/**
 * Gives the preload bundle the names of the operations and nothing else of the contract. The schemas are of no use there (main and the
 * vault parse) and would cost every window half a megabyte of code to read.
 */
export function contractNames(): Plugin {
  const contract = join(root, 'preload/contract.ts')
  return {
    name: 'caseboard:contract-names',
    enforce: 'pre',
    async load(id) {
      if (id !== contract) return null
      const { operationList } = await import('../../preload/contract.ts')
      return `export const operationList = ${JSON.stringify(operationList.map(({ name, kind }) => ({ name, kind })))}`
    },
  }
}
