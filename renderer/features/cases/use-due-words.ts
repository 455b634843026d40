import { assertNever } from '#domain/assert-never.ts'
import { useT } from '../../i18n/use-t.ts'
import type { DueLine } from './due-lines.ts'

/** What is due, in words, as it stands in the record: to be said through the names toggle. */
export function useDueWords(): (line: DueLine) => string {
  const t = useT()
  return (line) => {
    switch (line.kind) {
      case 'action':
        return `${line.action.agencyName}: ${line.action.description}`
      case 'risk':
        return t(`riskDate.${line.risk.kind}`)
      case 'link':
        return t(`linkKind.${line.step.link.content.link}`)
      case 'meeting':
        return t('due.meeting')
      default:
        return assertNever(line)
    }
  }
}
