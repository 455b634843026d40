import type { PlanFinding } from '#domain/safety/plan-check.ts'
import type { Format } from './format.ts'
import type { Translate } from './translate.ts'

/** What the plan of a case lacks, in one sentence. */
export function planWords(finding: PlanFinding, t: Translate, format: Format): string {
  switch (finding.kind) {
    case 'action':
    case 'safetyAction':
    case 'neverAsked':
    case 'notAskedAnew':
    case 'neverTold':
    case 'notToldAnew':
      return t(`plan.${finding.kind}`)
    case 'signOff':
    case 'notToldFirst':
    case 'noSafetyFirst':
    case 'wrongOrder':
    case 'waitsForDropped':
    case 'safetyUnsaid':
      return t(`plan.${finding.kind}`, { references: format.list(finding.references) })
    case 'needWithoutAction':
      return t('plan.needWithoutAction', { domains: format.list(finding.domains.map((domain) => t(`needDomain.${domain}`))) })
  }
}
