import type { ImportReview, ReviewedRow } from '#contract'
import { sectors } from '#domain/agency.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { nameInRow } from './pair-of-row.ts'

/** What a row shows of itself in one line; the names apart, because they can be hidden. */
export type RowFacts = { readonly lead: string; readonly source: string; readonly names: readonly string[]; readonly last: string }

/** The line of a row. A score stands with its tool or with its column's heading, never alone. */
export function rowFacts({ kind, columns, mapping }: ImportReview, row: ReviewedRow, t: Translate): RowFacts {
  const value = (field: string) => row.values[field]?.trim() ?? ''
  if (kind === 'agencies') {
    const sector = sectors.find((each) => each === value('sector'))
    return { lead: '', source: value('name'), names: [], last: sector === undefined ? value('sector') : t(`sector.${sector}`) }
  }
  const tool = value('riskTool') || (columns.find(({ index }) => index === mapping['riskScore'])?.header ?? t('importField.riskScore'))
  return {
    lead: value('receivedOn'),
    source: value('sourceAgency'),
    names: [nameInRow(row, 'victim'), nameInRow(row, 'perpetrator')],
    last: value('riskScore') === '' ? '' : t('imports.row.score', { tool, score: value('riskScore') }),
  }
}
