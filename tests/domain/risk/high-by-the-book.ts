import type { Assessment } from '#domain/record/assessment.ts'

/*
 * When a case is high, after domain.md 1.2 and 5, said once more without anything of the code that decides it: an oracle. Only whether it is high, not how
 * high, and of whole lists only.
 */

type Statement = {
  readonly isHigh: boolean
  /** The tool has a level of its own and it is not high, even if every answer that is not known were a yes. */
  readonly clears: boolean
  /** Neither the tool nor a list of it says a level: what is said is judgement. */
  readonly isJudgementAlone: boolean
}

const highBands: Readonly<Record<string, readonly string[]>> = {
  dash: ['visibleHighRisk'],
  dangerAssessment: ['severe', 'extreme'],
  da5: ['high', 'highest'],
  daLe: ['screenedIn'],
  lap: ['screenedIn'],
  odara: ['norm7to13'],
  bSafer: ['high'],
}
const daWeights: Readonly<Record<string, number>> = {
  gun: 5,
  separation: 4,
  unemployment: 4,
  weapon: 3,
  threatToKill: 3,
  avoidedArrest: 3,
  childNotHis: 2,
  sexualViolence: 2,
  neverLivedTogether: -3,
  ownSuicidality: 0,
}
const firstOfLap = ['weapon', 'threatToKill', 'believesCapable']
const threshold: Readonly<Record<string, number>> = { dash: 14, da5: 3, dangerAssessment: 14, odara: 7 }

const none = { isHigh: false, clears: false, isJudgementAlone: true }
function stated(isHigh: boolean, mayBeHigh: boolean): Statement {
  return { isHigh, clears: !mayBeHigh, isJudgementAlone: false }
}

function byTool({ tool, toolVersion, result }: Assessment): Statement {
  const isBanded = !['same-sex', 'immigrant'].includes(toolVersion)
  if (result.kind === 'band') {
    if (tool === 'other' || !isBanded) return none
    const isHigh = highBands[tool]?.includes(result.band) ?? false
    return tool === 'bSafer' ? { ...none, isHigh } : stated(isHigh, isHigh)
  }
  if (['bSafer', 'other', 'daLe'].includes(tool) || !isBanded) return none
  const from = threshold[tool] ?? 0
  if (result.kind === 'score') {
    const { score } = result
    const unknowns = result.unknowns ?? 0
    if (tool === 'lap') return score >= 4 ? stated(true, true) : score > 0 ? none : stated(false, unknowns > 0)
    return stated(score >= from, score + unknowns * (tool === 'dangerAssessment' ? 5 : 1) >= from)
  }
  const all = Object.entries(result.answers)
  const [yes, unknown] = [all.filter(([, answer]) => answer === 'yes'), all.filter(([, answer]) => answer !== 'yes' && answer !== 'no')]
  if (tool === 'lap') {
    const screens = (answers: typeof all) => answers.some(([key]) => firstOfLap.includes(key)) || answers.length >= 4
    return stated(screens(yes), screens([...yes, ...unknown]))
  }
  if (tool === 'dangerAssessment') {
    const sum = (answers: typeof all) => answers.reduce((total, [key]) => total + (daWeights[key] ?? 1), 0)
    return stated(sum(yes) >= from, sum([...yes, ...unknown.filter(([key]) => key !== 'neverLivedTogether')]) >= from)
  }
  if (tool === 'odara' && unknown.length > 5) return yes.length >= from ? stated(true, true) : none
  const score = tool === 'odara' ? Math.round((yes.length * 13) / (13 - unknown.length)) : yes.length
  return stated(score >= from, score >= from || yes.length + unknown.length >= from)
}

/** What one assessment says, with the judgement beside it. */
function statementOf(assessment: Assessment): Statement & { readonly isSaid: boolean } {
  const { judgement } = assessment
  const byItself = byTool(assessment)
  const isJudgedHigh = judgement !== null && ['high', 'extreme'].includes(judgement.level)
  const isBand = assessment.result.kind === 'band' && assessment.tool === 'bSafer'
  return { ...byItself, isHigh: byItself.isHigh || isJudgedHigh, isSaid: judgement !== null || isBand || !byItself.isJudgementAlone }
}

/** True where an assessment states a level, low or high: by its tool, by a summary, or by judgement. */
export function statesALevel(assessment: Assessment): boolean {
  return statementOf(assessment).isSaid
}

/** True where a case of these assessments is high: one says so, and no tool of a later day says by itself that it is not. */
export function isHighByTheBook(assessments: readonly Assessment[]): boolean {
  const all = assessments.map((assessment) => ({ ...assessment, ...statementOf(assessment) }))
  return all.some(
    (high) =>
      high.isHigh &&
      !all.some((later) => {
        if (later.completedOn <= high.completedOn) return false
        const isMadeAnew = high.tool === later.tool && high.toolVersion === later.toolVersion && high.isJudgementAlone && later.isSaid
        return later.clears || (later.isJudgementAlone && isMadeAnew)
      }),
  )
}
