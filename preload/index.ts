import type { Result } from '#domain/refusal.ts'
import { contextBridge, ipcRenderer } from 'electron'
import { operationList } from './contract.ts'
import { type PassedOn, sealedCalls } from './seal/sealed-calls.ts'

// One closure with one fixed channel for each operation: the page can ask for what the contract states and name nothing else.
// In the bundle the contract is reduced to its names (build/bundle/contract-names.ts); the vault and main parse every input.
// What main does not answer by itself crosses it sealed for the vault, so that no text stays behind in main (docs/decisions/0018).
type Verb = (input?: unknown) => Promise<unknown>

const ask = sealedCalls({
  greet: (pageKey) => ipcRenderer.invoke('caseboard:seal', pageKey) as Promise<Result<unknown>>,
  send: (name, sealed) => ipcRenderer.invoke(`caseboard:${name}`, sealed) as Promise<PassedOn>,
})

const api: Record<string, Record<string, Verb>> = {}
for (const { name, kind } of operationList) {
  const [noun, verb] = name.split('.') as [string, string]
  const channel = `caseboard:${name}`
  const verbs = (api[noun] ??= {})
  verbs[verb] = kind === 'shell' ? (input) => ipcRenderer.invoke(channel, input) : (input) => ask(name, input)
}

contextBridge.exposeInMainWorld('caseboard', api)
