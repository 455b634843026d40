import { saysCriterion } from './criteria-words.ts'
import { readDate } from './read-date.ts'
import { findRiskTool } from './risk-tool-words.ts'
import { readFlag } from './read-flag.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'

/** What the filled cells of a column look like, each as a share from 0 to 1. */
export type SampleProfile = {
  readonly filled: number
  readonly dates: number
  readonly numbers: number
  readonly counts: number
  readonly phones: number
  readonly emails: number
  readonly flags: number
  readonly tools: number
  readonly criteria: number
  readonly organisations: number
  readonly averageLength: number
}

/** What a field's cells ought to look like. */
export type SampleKind =
  | 'any'
  | 'date'
  | 'score'
  | 'count'
  | 'phone'
  | 'email'
  | 'flag'
  | 'name'
  | 'organisation'
  | 'tool'
  | 'criteria'
  | 'text'

const organisationWords =
  /\b(?:police|constabulary|sheriff|council|service|services|hospital|nhs|clinic|health|housing|school|academy|college|court|probation|prosecut\w*|attorney|shelter|refuge|centre|center|society|trust|charity|department|dept|unit|team|agency|authority|aid|church|mosque|ministry|social|welfare|idva|advocacy|cps|cafcass|a&e|ed|gp|pd|policia|hospital|juzgado|fiscalia|ayuntamiento)\b/iu

/** Looks at up to the first 200 filled cells of a column. */
export function profileOf(samples: readonly string[]): SampleProfile {
  const cells = samples
    .map(oneLine)
    .filter((cell) => !saysNothing(cell) && !saysUnknown(cell))
    .slice(0, 200)
  const share = (test: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length)
  return {
    filled: cells.length,
    dates: share((cell) => looksLikeDate(cell)),
    numbers: share((cell) => /^\D{0,12}-?\d{1,3}(?:\.\d+)?\s*(?:\/\s*\d{1,3})?(?:\s*\(.*\))?$/u.test(cell)),
    counts: share((cell) => /^(?:\d{1,2}\b(?!\s*[/.-]\s*\d)|none\b|nil\b|no\b|yes\b|y$|n$|one\b|two\b|three\b|four\b|five\b)/iu.test(cell)),
    phones: share(
      (cell) =>
        /^[+(]?\d[\d\s().+/-]{5,}(?:\s*(?:x|ext\.?)\s*\d+)?$/iu.test(cell) && cell.replace(/\D/gu, '').length >= 7 && !looksLikeDate(cell),
    ),
    emails: share((cell) => /^\S+@\S+\.\S+$/u.test(cell)),
    flags: share((cell) => readFlag(cell) !== null),
    tools: share((cell) => findRiskTool(cell) !== null),
    criteria: share(saysCriterion),
    organisations: share((cell) => organisationWords.test(cell)),
    averageLength: cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
  }
}

function looksLikeDate(cell: string): boolean {
  const read = readDate(cell, { order: null, twoDigitYears: 'recent', today: null })
  return read.kind === 'date' || read.code === 'ambiguousDate'
}

/** How well a column's cells suit a field: 1 says nothing either way, less speaks against, more speaks for. Fewer than 2 cells say nothing. */
export function suits(kind: SampleKind, profile: SampleProfile): number {
  if (profile.filled < 2) return 1
  const weigh = (share: number, worst: number) => (share >= 0.6 ? 1.05 : share >= 0.3 ? 0.9 : worst)
  switch (kind) {
    case 'any':
      return 1
    case 'date':
      return weigh(profile.dates, 0.5)
    case 'score':
      return weigh(profile.numbers, 0.5)
    case 'count':
      return weigh(profile.counts, 0.5)
    case 'phone':
      return weigh(profile.phones, 0.6)
    case 'email':
      return weigh(profile.emails, 0.5)
    case 'flag':
      return weigh(profile.flags, profile.averageLength > 25 || profile.dates >= 0.5 ? 0.5 : 0.75)
    case 'tool':
      return weigh(profile.tools, 0.4)
    case 'criteria':
      return profile.criteria >= 0.4 ? 1.15 : 1
    case 'name':
      if (Math.max(profile.dates, profile.numbers, profile.emails, profile.phones) >= 0.5 || profile.flags >= 0.7) return 0.4
      return profile.organisations >= 0.5 ? 0.7 : 1
    case 'organisation':
      if (Math.max(profile.dates, profile.numbers, profile.emails, profile.phones) >= 0.5 || profile.flags >= 0.7) return 0.4
      return profile.organisations >= 0.3 ? 1.1 : 0.95
    case 'text':
      return profile.flags >= 0.8 || profile.dates >= 0.7 || profile.phones >= 0.6 ? 0.5 : 1
  }
}
