import type { OperationKind, Operations } from '#contract'

type VerbsOfKind<Verbs, Kind extends OperationKind> = {
  [Verb in keyof Verbs as Verbs[Verb] extends { readonly kind: Kind } ? Verb : never]: Verbs[Verb]
}

/** The operations of one kind, by noun and verb. */
export type OperationsOfKind<Kind extends OperationKind> = {
  [Noun in keyof Operations as keyof VerbsOfKind<Operations[Noun], Kind> extends never ? never : Noun]: VerbsOfKind<Operations[Noun], Kind>
}

/** What a table holds for `<noun>.<verb>`. Throws where it holds nothing. */
export function entryOf<Entry>(table: Readonly<Record<string, Readonly<Record<string, Entry>>>>, name: string): Entry {
  const [noun = '', verb = ''] = name.split('.')
  const entry = table[noun]?.[verb]
  if (entry === undefined) throw new Error(`no operation ${name}`)
  return entry
}
