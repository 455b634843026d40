import type { ActionId } from '#domain/ids.ts'
import { Checkbox } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { movedRow } from '../../ui/table-columns.ts'
import type { Difference } from './return-rows.ts'
import classes from './sharing.module.css'
import { useFirstRows } from './use-first-rows.tsx'

type Props = { readonly rows: readonly Difference[]; readonly chosen: ReadonlySet<ActionId>; readonly onToggle: (id: ActionId) => void }

/** What an agency reports anew, each row to be accepted or not. Space accepts the row, the arrow keys go from one to the next. */
export function DifferenceTable({ rows, chosen, onToggle }: Props) {
  const t = useT()
  const { shown, rest } = useFirstRows(rows)

  function move(event: KeyboardEvent<HTMLInputElement>): void {
    const boxes = [...(event.currentTarget.closest('tbody')?.querySelectorAll('input') ?? [])]
    const now = boxes.findIndex((box) => box === event.currentTarget)
    const next = now < 0 ? null : movedRow(event.key, now, boxes.length, 10)
    if (next === null) return
    event.preventDefault()
    boxes[next]?.focus()
  }

  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sharing.return.column.accept')}</th>
            <th scope="col">{t('sharing.return.column.action')}</th>
            <th scope="col">{t('sharing.return.column.case')}</th>
            <th scope="col">{t('sharing.return.column.description')}</th>
            <th scope="col">{t('sharing.return.column.change')}</th>
            <th scope="col">{t('sharing.return.column.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ actionId, actionReference, caseReference, description, outcome }) => (
            <tr key={actionId} data-chosen={chosen.has(actionId) || undefined}>
              <td>
                <Checkbox
                  aria-label={t('sharing.return.accept', { reference: actionReference })}
                  checked={chosen.has(actionId)}
                  onChange={() => onToggle(actionId)}
                  onKeyDown={move}
                />
              </td>
              <td className={classes.nowrap}>{actionReference}</td>
              <td className={classes.nowrap}>{caseReference}</td>
              <td>{description}</td>
              <td>
                {outcome.kind === 'comment' ? (
                  <span className={classes.dim}>{t('sharing.return.commentOnly')}</span>
                ) : (
                  t('sharing.return.became', { from: t(`actionStatus.${outcome.from}`), to: t(`actionStatus.${outcome.to}`) })
                )}
              </td>
              <td className={classes.comment}>{outcome.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest}
    </>
  )
}
