import { useT } from '../../i18n/use-t.ts'
import type { RefusedRow } from './return-rows.ts'
import classes from './sharing.module.css'
import { useFirstRows } from './use-first-rows.tsx'

/** Rows of a returned list that cannot be taken over, each with its reason. */
export function RefusedTable({ rows }: { readonly rows: readonly RefusedRow[] }) {
  const t = useT()
  const { shown, rest } = useFirstRows(rows)
  return (
    <section aria-labelledby="refused-rows" className={classes.refusedRows}>
      <h3 id="refused-rows">{t('sharing.return.refused', { count: rows.length })}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sharing.return.column.row')}</th>
            <th scope="col">{t('sharing.return.column.action')}</th>
            <th scope="col">{t('sharing.return.column.case')}</th>
            <th scope="col">{t('sharing.return.column.description')}</th>
            <th scope="col">{t('sharing.return.column.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ rowNumber, actionReference, caseReference, description, agreed, outcome }) => (
            <tr key={rowNumber}>
              <td>{rowNumber}</td>
              <td className={classes.nowrap}>{actionReference}</td>
              <td className={classes.nowrap}>{caseReference}</td>
              <td>
                {agreed}
                {outcome.reason === 'altered' || agreed === null ? (
                  <span className={classes.written}>{t('sharing.return.written', { text: description })}</span>
                ) : null}
              </td>
              <td>{t(`sharing.refused.${outcome.reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </section>
  )
}
