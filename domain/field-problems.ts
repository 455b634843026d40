import type { z } from 'zod'
import type { FieldProblem, FieldProblemKind } from './refusal.ts'

/** Every kind that a schema may give as its own `error` text; the type keeps the list complete. */
const kinds = {
  required: true,
  tooLong: true,
  date: true,
  time: true,
  number: true,
  futureDate: true,
  notAllowed: true,
  noSuchCase: true,
  lowersRisk: true,
  contradicts: true,
} satisfies Record<FieldProblemKind, true>

type Issue = z.core.$ZodIssue

/**
 * What is wrong with each field, for a refusal. `input` is what was parsed: with it, a field that is missing or empty is told apart from
 * one that is filled in wrongly. One problem for a field, the first found.
 */
export function fieldProblems(error: z.core.$ZodError, input?: unknown): readonly FieldProblem[] {
  const found = new Map<string, FieldProblem>()
  for (const problem of error.issues.flatMap((issue) => problemsOf(issue, input, []))) {
    if (!found.has(problem.path)) found.set(problem.path, problem)
  }
  return [...found.values()]
}

function problemsOf(issue: Issue, input: unknown, before: readonly PropertyKey[]): readonly FieldProblem[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The branch with the fewest objections is the one that was meant.
    const nearest = issue.errors.reduce((best, branch) => (branch.length < best.length ? branch : best))
    return nearest.flatMap((inner) => problemsOf(inner, input, path))
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: dotted([...path, key]), problem: 'notAllowed' }))
  return [{ path: dotted(path), problem: kindOf(issue, isMissing(input, path)) }]
}

function kindOf(issue: Issue, isAbsent: boolean): FieldProblemKind {
  if (isKind(issue.message)) return issue.message
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' || issue.origin === 'set' ? 'tooLong' : 'number'
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' || issue.origin === 'set' ? 'required' : 'number'
    case 'not_multiple_of':
      return 'number'
    case 'invalid_format':
      return formatKind(issue.format)
    case 'invalid_type':
      if (isAbsent || issue.message.endsWith('received undefined')) return 'required'
      return issue.expected === 'number' || issue.expected === 'int' ? 'number' : 'notAllowed'
    case 'invalid_value':
      return isAbsent ? 'required' : 'notAllowed'
    default:
      return 'notAllowed'
  }
}

function formatKind(format: string): FieldProblemKind {
  if (format === 'date' || format === 'datetime') return 'date'
  return format === 'time' ? 'time' : 'notAllowed'
}

function isKind(message: string): message is FieldProblemKind {
  return Object.hasOwn(kinds, message)
}

/** True when the input is known and has nothing at the path. */
function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  if (input === undefined) return false
  const value = path.reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), input)
  return value === undefined || value === null || value === ''
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}
