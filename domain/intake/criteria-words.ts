import { isNegated } from './negation.ts'
import type { CriterionName } from '../referral.ts'

const spellings: Readonly<Record<CriterionName, RegExp>> = {
  visibleHighRisk:
    /\bvisible (?:high )?risk\b|\bvhr\b|\bhigh[\s-]?(?:risk|danger)\b|\b1[4-9]\+|\b14 (?:or more|ticks)\b|\bscreened[\s-]in\b|\balto riesgo\b/u,
  professionalJudgement:
    /\bprof(?:essional|\.)?\s*judge?ments?\b|\bpj\b|\bofficer(?:'s)? belief\b|\bjudge?ment\b|\b(?:juicio|criterio) profesional\b/u,
  escalation: /\b(?:potential )?escalat(?:ion|ing|ed)\b|\bescalada\b/u,
  repeat: /\b(?:marac )?repeat(?:ed)?\b|\brepetid[oa]\b|\breinciden(?:te|cia)\b/u,
}

/** True where a cell names one of the four criteria. */
export function saysCriterion(cell: string): boolean {
  return Object.values(spellings).some((spelling) => spelling.test(cell.toLowerCase()))
}

/** The criteria that a text names (`VHR + repeat`), and the words that follow professional judgement, as its reason. A negated one is not named. */
export function readCriteria(cell: string): { readonly names: ReadonlySet<CriterionName>; readonly judgementReason: string } {
  const text = cell.toLowerCase()
  const names = new Set<CriterionName>()
  let judgementReason = ''
  for (const name of ['visibleHighRisk', 'professionalJudgement', 'escalation', 'repeat'] as const) {
    const found = spellings[name].exec(text)
    if (!found || isNegated(text, found.index)) continue
    names.add(name)
    if (name === 'professionalJudgement') judgementReason = reasonAfter(cell.slice(found.index + found[0].length))
  }
  return { names, judgementReason }
}

/** The words behind a colon, a dash or a bracket; a list of further criteria is no reason. */
function reasonAfter(rest: string): string {
  const reason = /^\s*(?:[:;.,–—(-]|\bas\b|\bbecause\b|\bdue to\b)\s*(?<words>.+?)\)?\s*$/su.exec(rest)?.groups?.['words'] ?? ''
  return saysCriterion(reason) && reason.length < 40 ? '' : reason
}
