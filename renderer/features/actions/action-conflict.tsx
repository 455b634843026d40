import type { ActionId, AgencyId } from '#domain/ids.ts'
import { Button } from '@mantine/core'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import classes from './actions.module.css'
import { differingFields, type EditedField, type EditForm } from './edit-form.ts'
import { safetyMarks } from './safety-marks.ts'

type Props = {
  readonly mine: EditForm
  readonly stored: EditForm
  readonly agencyName: (id: AgencyId) => string
  readonly actionReference: (id: ActionId) => string
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Sets what was typed beside what the record says now, and lets the person choose; neither is lost before. */
export function ActionConflict({ mine, stored, agencyName, actionReference, onKeepMine, onTakeTheirs }: Props) {
  const t = useT()
  const format = useFormat()
  const fields = differingFields(mine, stored)

  function said(form: EditForm, field: EditedField): string {
    switch (field) {
      case 'agencyId':
        return agencyName(form.agencyId)
      case 'description':
        return form.description
      case 'dueOn':
        return form.dueOn === null ? '–' : format.date(form.dueOn)
      case 'isSafetyAction':
        return t(form.isSafetyAction ? 'actions.conflict.yes' : 'actions.conflict.no')
      case 'safety':
        return safetyMarks(form.safety, t, { agency: agencyName, action: actionReference }).join(' · ') || '–'
    }
  }

  return (
    <div role="alert" className={classes.conflict}>
      <h3>{t('actions.conflict.title')}</h3>
      <p>{fields.length === 0 ? t('actions.conflict.same') : t('actions.conflict.text')}</p>
      {fields.length === 0 ? null : (
        <table className={classes.differences}>
          <thead>
            <tr>
              <th scope="col">{t('actions.conflict.field')}</th>
              <th scope="col">{t('actions.conflict.stored')}</th>
              <th scope="col">{t('actions.conflict.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`actions.edit.${field}`)}</th>
                <td>{said(stored, field)}</td>
                <td>{said(mine, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.buttons}>
        {fields.length === 0 ? null : (
          <Button size="xs" onClick={onKeepMine}>
            {t('actions.conflict.keepMine')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('actions.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
