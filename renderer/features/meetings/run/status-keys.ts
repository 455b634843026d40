import type { ActionStatus } from '#domain/action.ts'

/** The one key by which the status of a promise is changed: the same as in the table of actions. */
export const statusKeys = [
  { key: 'c', status: 'complete' },
  { key: 'p', status: 'inProgress' },
  { key: 'n', status: 'notPossible' },
  { key: 'u', status: 'notUndertaken' },
  { key: 's', status: 'superseded' },
  { key: 'w', status: 'withdrawn' },
  { key: 'a', status: 'agreed' },
] as const satisfies readonly { readonly key: string; readonly status: ActionStatus }[]
