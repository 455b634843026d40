import { assertNever } from '#domain/assert-never.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { Card } from './card.tsx'
import classes from './case.module.css'

/** Whether and how the victim may be reached; that nobody may is said so that it cannot be overlooked. */
export function SafeContactCard({ contact }: { readonly contact: SafeContact }) {
  const t = useT()
  const { areShown } = useNames()
  const said = (words: string) => (areShown ? words : t('case.detailHidden'))
  const note = contact.note === '' ? null : <p>{said(contact.note)}</p>
  switch (contact.kind) {
    case 'doNotContact':
      return (
        <Card title={t('safeContact.title')} tone="loud">
          <p className={classes.stop}>
            <span aria-hidden>⊘ </span>
            {t('safeContact.doNotContact')}
          </p>
          <p className={classes.dim}>{t('safeContact.doNotContact.hint')}</p>
          {note}
        </Card>
      )
    case 'onlyThrough':
      return (
        <Card title={t('safeContact.title')}>
          <p className={classes.contact}>{t('safeContact.through', { who: said(contact.who) })}</p>
          {note}
        </Card>
      )
    case 'direct':
      return (
        <Card title={t('safeContact.title')}>
          <p className={classes.contact}>{t('safeContact.directly', { how: said(contact.how) })}</p>
          {contact.when === '' ? null : <p>{t('safeContact.whenSafe', { when: contact.when })}</p>}
          <p>{t(contact.mayLeaveMessage ? 'safeContact.mayLeaveMessage' : 'safeContact.noMessage')}</p>
          {note}
        </Card>
      )
    default:
      return assertNever(contact)
  }
}
