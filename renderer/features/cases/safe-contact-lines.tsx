import { assertNever } from '#domain/assert-never.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import classes from './case.module.css'

type Props = { readonly contact: SafeContact; readonly codeWord: string }

/** Whether and how the victim may be reached; that nobody may is said so that it cannot be overlooked. */
export function SafeContactLines({ contact, codeWord }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const said = (words: string) => (areShown ? words : t('case.detailHidden'))
  const rest = [
    ...(contact.kind === 'direct' && contact.when !== '' ? [t('safeContact.whenSafe', { when: contact.when })] : []),
    ...(contact.kind === 'direct' ? [t(contact.mayLeaveMessage ? 'safeContact.mayLeaveMessage' : 'safeContact.noMessage')] : []),
    ...(codeWord === '' ? [] : [t('voice.codeWord.short', { word: codeWord })]),
    ...(contact.note === '' ? [] : [said(contact.note)]),
  ].join(' · ')
  return (
    <div>
      <ContactLine contact={contact} said={said} />
      {rest === '' ? null : (
        <p className={classes.twoLines} title={rest}>
          {rest}
        </p>
      )}
    </div>
  )
}

function ContactLine({ contact, said }: { readonly contact: SafeContact; readonly said: (words: string) => string }) {
  const t = useT()
  switch (contact.kind) {
    case 'doNotContact':
      return (
        <p className={classes.stop}>
          <span aria-hidden>⊘ </span>
          {t('safeContact.doNotContact')}
        </p>
      )
    case 'onlyThrough':
      return <p className={classes.contact}>{t('safeContact.through', { who: said(contact.who) })}</p>
    case 'direct':
      return <p className={classes.contact}>{t('safeContact.directly', { how: said(contact.how) })}</p>
    default:
      return assertNever(contact)
  }
}
