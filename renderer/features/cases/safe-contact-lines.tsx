import { assertNever } from '#domain/assert-never.ts'
import type { SafeContact } from '#domain/safe-contact.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import classes from './case.module.css'

type Props = { readonly contact: SafeContact; readonly codeWord: string }

/** Whether and how the victim may be reached, the shortest first so that a long note cuts nothing else; that nobody may is said so that it cannot be overlooked. */
export function SafeContactLines({ contact, codeWord }: Props) {
  const t = useT()
  const { areShown } = useNames()
  const said = (words: string) => (areShown ? words : t('case.detailHidden'))
  const rest = [
    ...(contact.kind === 'direct' ? [t(contact.mayLeaveMessage ? 'safeContact.mayLeaveMessage' : 'safeContact.noMessage')] : []),
    ...(codeWord === '' ? [] : [t('voice.codeWord.short', { word: codeWord })]),
    ...(contact.kind === 'direct' && contact.when !== '' ? [t('safeContact.whenSafe', { when: contact.when })] : []),
    ...(contact.note === '' ? [] : [said(contact.note)]),
  ].join(' · ')
  switch (contact.kind) {
    case 'doNotContact':
      return (
        <div>
          <p className={classes.stop}>
            <span aria-hidden>⊘ </span>
            {t('safeContact.doNotContact')}
          </p>
          {rest === '' ? null : (
            <p className={classes.twoLines} title={rest}>
              {rest}
            </p>
          )}
        </div>
      )
    case 'onlyThrough':
      return <Way words={t('safeContact.through', { who: said(contact.who) })} rest={rest} />
    case 'direct':
      return <Way words={t('safeContact.directly', { how: said(contact.how) })} rest={rest} />
    default:
      return assertNever(contact)
  }
}

/** The way and what to mind on it, in one paragraph of three lines at the most. */
function Way({ words, rest }: { readonly words: string; readonly rest: string }) {
  return (
    <p className={classes.threeLines} title={[words, rest].filter((text) => text !== '').join(' · ')}>
      <span className={classes.contact}>{words}</span>
      {rest === '' ? '' : ` · ${rest}`}
    </p>
  )
}
