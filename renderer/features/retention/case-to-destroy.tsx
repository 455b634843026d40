import { CaseId } from '#domain/ids.ts'
import { useApiQuery } from '../../api.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { DestroyPanel } from './destroy-panel.tsx'

/** The case whose page asked for its destruction, due or not. */
export function CaseToDestroy({ caseId, onClose }: { readonly caseId: number; readonly onClose: () => void }) {
  const keeping = useApiQuery('retention.ofCase', { caseId })
  if (keeping.data === undefined) return <RefusalNotice error={keeping.error} />
  const { reference, isDue } = keeping.data
  return <DestroyPanel kind="case" items={[{ id: String(CaseId.parse(caseId)), words: reference }]} areDue={isDue} onClose={onClose} />
}
