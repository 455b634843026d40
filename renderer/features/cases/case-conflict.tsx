import { Button } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { type CaseForm, type CaseFormPart, type ContactWords, differences, partText } from './case-form.ts'
import classes from './case.module.css'

const partNames = {
  victim: 'person.victim',
  perpetrator: 'person.perpetrator',
  relationship: 'case.relationship',
  children: 'case.children',
  safeContact: 'safeContact.title',
} as const satisfies Readonly<Record<CaseFormPart, string>>

type Props = { readonly mine: CaseForm; readonly stored: CaseForm; readonly onKeepMine: () => void; readonly onTakeTheirs: () => void }

/** Sets what was typed beside what the record says now, and lets the person choose; neither is lost before. */
export function CaseConflict({ mine, stored, onKeepMine, onTakeTheirs }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const parts = differences(mine, stored)
  const contact: ContactWords = {
    kind: (kind) => t(`safeContact.${kind}`),
    message: (mayLeaveMessage) => t(mayLeaveMessage ? 'safeContact.mayLeaveMessage' : 'safeContact.noMessage'),
  }
  const said = (form: CaseForm, part: CaseFormPart) => {
    if (!areShown) return t('case.detailHidden')
    const words = partText(form, part, contact)
    return words === '' ? t('case.conflict.empty') : words
  }
  return (
    <div role="alert" className={classes.conflict}>
      <h3>{t('case.conflict.title')}</h3>
      <p>{parts.length === 0 ? t('case.conflict.same') : t('case.conflict.text')}</p>
      {parts.length === 0 ? null : (
        <table className={classes.differences}>
          <thead>
            <tr>
              <th scope="col">{t('case.conflict.part')}</th>
              <th scope="col">{t('case.conflict.stored')}</th>
              <th scope="col">{t('case.conflict.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part}>
                <th scope="row">{t(partNames[part])}</th>
                <td>{said(stored, part)}</td>
                <td>{said(mine, part)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={classes.buttons}>
        <Button size="xs" onClick={onKeepMine}>
          {t('case.conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('case.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
