import type { CaseDetail } from '#domain/case.ts'
import { useMemo } from 'react'
import { useNames } from '../../ui/names.ts'
import { today } from '../../ui/today.ts'
import { discreetText } from '../../ui/discreet-text.ts'

const asItIs = (text: string) => text

/** How what was written of a case is said: as it is or, while names are hidden, without them. */
export function useSaid(detail: CaseDetail): (text: string) => string {
  const { areShown } = useNames()
  const discreet = useMemo(() => discreetText(detail, today()), [detail])
  return areShown ? asItIs : discreet
}
