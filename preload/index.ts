import { contextBridge, ipcRenderer } from 'electron'
import { operationList } from './contract.ts'

// One closure with one fixed channel for each operation: the page can ask for what the contract states and name nothing else.
// In the bundle the contract is reduced to its names (build/bundle/contract-names.ts); main and the vault parse every input.
type Verb = (input?: unknown) => Promise<unknown>

const api: Record<string, Record<string, Verb>> = {}
for (const { name } of operationList) {
  const [noun, verb] = name.split('.') as [string, string]
  const channel = `caseboard:${name}`
  const verbs = (api[noun] ??= {})
  verbs[verb] = (input) => ipcRenderer.invoke(channel, input)
}

contextBridge.exposeInMainWorld('caseboard', api)
