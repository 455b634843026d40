import type { FolderState } from '#contract'

export type FirstRunEnd = 'home' | 'import'

type Props = { readonly startsAtTeam: boolean; readonly folder: FolderState; readonly onEnd: (end: FirstRunEnd) => void }

export function FirstRun(_props: Props) {
  return null
}
