/** True where the words just before `index` deny what stands there: `not a repeat`, `no escalation`, `repeat: no`. */
export function isNegated(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 24), index)
  if (/\b(?:not?|non|never|without|isn't|nor|sin)\b(?:\s+(?:a|an|yet|known|any|been))?[\s-]*$/u.test(before)) return true
  return /^[^,;.\n]*?[:=-]\s*(?:no|n|false|0)\s*(?:[,;.\n]|$)/u.test(text.slice(index))
}
