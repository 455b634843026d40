import type { ImportReview, SourceColumn } from '#contract'
import { recordFields } from '#domain/intake/record-fields.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { importFieldWords } from './field-words.ts'

/** What stands in the select for a column that is kept in a note: no field is called that. */
export const inNote = '+note'

type Option = { readonly value: string; readonly label: string }
type Group = { readonly group: string; readonly items: readonly Option[] }

const ofRecord: ReadonlySet<string> = new Set(recordFields)

/** What a column is called, headed or not. */
export function columnName({ header, index }: SourceColumn, t: Translate): string {
  return header.trim() === '' ? t('imports.column.unnamed', { number: index + 1 }) : header
}

/** Where a column can go: nowhere, into a note, or to a field, those of the record apart from those of the referral. */
export function columnChoices(review: ImportReview, field: string | null, t: Translate): readonly (Option | Group)[] {
  const optionOf = (option: ImportReview['fields'][number]): Option => {
    const words = importFieldWords(option.field, t)
    const from = review.columns.find(({ index }) => index === review.mapping[option.field])
    const label =
      from !== undefined && option.field !== field
        ? t('imports.column.nowFrom', { field: words, column: columnName(from, t) })
        : option.isRequired
          ? t('imports.column.required', { field: words })
          : words
    return { value: option.field, label }
  }
  const notUsed: Option = { value: '', label: t('imports.column.notUsed') }
  if (review.kind === 'agencies') return [notUsed, ...review.fields.map(optionOf)]
  return [
    notUsed,
    { value: inNote, label: t('imports.column.inNote') },
    { group: t('imports.group.referral'), items: review.fields.filter((each) => !ofRecord.has(each.field)).map(optionOf) },
    { group: t('imports.group.record'), items: review.fields.filter((each) => ofRecord.has(each.field)).map(optionOf) },
  ]
}
