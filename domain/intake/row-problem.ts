import type { DateCode } from './read-date.ts'

/** What can be wrong with one cell, or with one row for want of it. The screen words it (`row.<code>`). */
export type RowProblemCode =
  | DateCode
  /** Must be given. */
  | 'required'
  /** Says that nobody knows: a case is one victim and one perpetrator. */
  | 'unknownPerson'
  /** Has no letters, or is a formula. */
  | 'notAName'
  /** Names more than one person: each pair is a case of its own. */
  | 'severalPeople'
  /** Victim and perpetrator are the same person. */
  | 'samePerson'
  | 'implausibleAge'
  /** No such agency; `suggestions` are near ones. */
  | 'unknownAgency'
  /** None of the four criteria is met. */
  | 'criterionRequired'
  /** Professional judgement must state its reason. */
  | 'judgementReasonRequired'
  /** Neither yes nor no. */
  | 'notYesOrNo'
  | 'notANumber'
  | 'notWhole'
  | 'outOfRange'
  | 'unknownRiskTool'
  | 'notAnEmail'
  | 'tooLong'
  /** The same agency is in the file before. */
  | 'agencyTwice'

/** One thing wrong with one row. */
export type RowProblem<Field extends string = string> = {
  readonly field: Field
  /** The header of the column that fed the field, where there is one. */
  readonly column: string | null
  /** The cell as it was written. */
  readonly value: string
  readonly code: RowProblemCode
  /** What may be meant instead: dates in ISO form, names of agencies. */
  readonly suggestions: readonly string[]
  /** What would have been right: bounds of a number, of a date, a greatest length. */
  readonly expected: Readonly<Record<string, string | number>>
}

/** Something that was understood in a way the person should know of, though the row is good. */
export type RowNoteCode =
  /** A text beside the number of children was kept as details. */
  | 'childrenTextKept'
  /** `yes` for children: at least one. */
  | 'childrenAtLeastOne'
  /** The criterion follows from the score. */
  | 'highByScore'
  /** The agency is not there yet and will be made. */
  | 'agencyWillBeMade'
  /** Known under another spelling. */
  | 'agencySpelledOtherwise'
  /** The sector was guessed from the agency's name. */
  | 'sectorGuessed'
  /** No sector said that is known, and none guessed: `other`. */
  | 'sectorMissing'
  /** No answer to what the field asks: kept as words in a note of the case. */
  | 'keptInNote'

export type RowNote<Field extends string = string> = { readonly field: Field; readonly code: RowNoteCode; readonly value: string }

/** Collects the problems of one row, each with its column and cell. */
export function problemsOf<Field extends string>(
  values: Readonly<Record<Field, string>>,
  columns: Readonly<Partial<Record<Field, string>>>,
) {
  const problems: RowProblem<Field>[] = []
  return {
    problems,
    add: (field: Field, code: RowProblemCode, more: Partial<Pick<RowProblem, 'suggestions' | 'expected'>> = {}): void => {
      problems.push({
        field,
        column: columns[field] ?? null,
        value: values[field],
        code,
        suggestions: more.suggestions ?? [],
        expected: more.expected ?? {},
      })
    },
  }
}
