import type { ActionStatus } from '../action.ts'

/** Every word of an exported list, from the message catalogue. `{x}` is filled in by the writer. */
export type ActionListWords = {
  /** BCP 47, for the layout of dates. */
  readonly locale: string
  /** `Actions for {agency}` */
  readonly title: string
  /** `Meeting of {date}` */
  readonly meeting: string
  /** `List {reference}, version {version}, made on {date}` */
  readonly list: string
  /** `{count} actions`, already in the right plural. */
  readonly count: string
  /** Shown in place of the table where there is nothing. */
  readonly noActions: string
  /** At the foot of each page: who may read this, what not to do with it. */
  readonly confidential: string
  /** How to tell the coordinator what was done. */
  readonly reportBack: string
  /** `Page {page} of {pages}` */
  readonly page: string
  /** Over the spreadsheet's table: fill in the two columns on the right and send the file back. */
  readonly fillIn: string
  readonly columns: {
    readonly action: string
    readonly caseReference: string
    readonly description: string
    readonly dueOn: string
    readonly status: string
    readonly newStatus: string
    readonly comment: string
  }
  readonly statuses: Readonly<Record<ActionStatus, string>>
  /** Name of the spreadsheet's tab. */
  readonly sheet: string
  /** What the spreadsheet says where something else than a status of the list is typed. */
  readonly pickFromList: string
  /** What it says where a comment is too long; `{limit}` characters. */
  readonly commentTooLong: string
}

/** The longest comment that an agency can send back; as long as a reason in the store. */
export const longestComment = 1000

/** A message with its `{x}` filled in. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
