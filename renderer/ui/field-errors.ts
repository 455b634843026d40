import type { FieldProblem } from '#domain/refusal.ts'
import { fieldWords } from '../i18n/refusal-words.ts'
import { type Translate, useT } from '../i18n/use-t.ts'
import { RefusalError } from '../refusal-error.ts'

/** Gives, for a field by its path, what the last refusal said of it in words, or null. */
export function useFieldErrors(error: Error | null): (path: string) => string | null {
  const t = useT()
  return (path) => errorOf(problemsOf(error), path, t)
}

function problemsOf(error: Error | null): readonly FieldProblem[] {
  return error instanceof RefusalError && error.refusal.code === 'invalidInput' ? error.refusal.fields : []
}

function errorOf(problems: readonly FieldProblem[], path: string, t: Translate): string | null {
  const problem = problems.find((each) => each.path === path || each.path.endsWith(`.${path}`))
  return problem === undefined ? null : fieldWords(problem, t)
}
