import type { SharingPreview } from '#contract'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { HeldActions } from './held-actions.tsx'
import { HeldBack } from './held-back.tsx'
import { OutgoingText } from './outgoing-text.tsx'
import classes from './sharing.module.css'

/** More than any agency reads at once; the rest is drawn when asked for. */
const shownAtFirst = 150

/** One agency's list line by line: on the left exactly what goes out, on the right what is held back and why. */
export function ListPreview({ preview }: { readonly preview: SharingPreview }) {
  const t = useT()
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? preview.rows : preview.rows.slice(0, shownAtFirst)
  const held = <HeldActions held={preview.held} />
  if (rows.length === 0)
    return (
      <>
        {held}
        <p className={classes.dim}>{t('sharing.nothingNow')}</p>
      </>
    )
  return (
    <>
      {held}
      <table className={classes.preview} aria-label={t('sharing.preview', { agency: preview.agencyName })}>
        <thead>
          <tr>
            <th scope="col">{t('sharing.goesOut')}</th>
            <th scope="col">{t('sharing.heldBack')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.actionId}>
              <td>
                <div className={classes.small}>
                  <strong>{row.actionReference}</strong> · {row.caseReference} ·{' '}
                  {t('sharing.preview.due', { date: format.date(row.dueOn) })} · {t(`actionStatus.${row.status}`)}
                </div>
                <OutgoingText row={row} />
              </td>
              <td>
                <HeldBack withheld={row.withheld} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < preview.rows.length ? (
        <p className={classes.dim}>
          {t('sharing.preview.shown', { shown: format.number(rows.length), count: format.number(preview.rows.length) })}{' '}
          <Button size="xs" variant="default" onClick={() => setWhole(true)}>
            {t('sharing.preview.showAll')}
          </Button>
        </p>
      ) : null}
    </>
  )
}
