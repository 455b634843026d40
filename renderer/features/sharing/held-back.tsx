import type { Withheld } from '#domain/sharing/action-list.ts'
import { useT } from '../../i18n/use-t.ts'
import { useNames } from '../../ui/names.ts'
import { PersonName } from '../../ui/person-name.tsx'
import classes from './sharing.module.css'

/** What stays here of one action, why, and what goes out in its place. */
export function HeldBack({ withheld }: { readonly withheld: readonly Withheld[] }) {
  const t = useT()
  const { areShown } = useNames()
  if (withheld.length === 0) return <span className={classes.dim}>{t('sharing.heldBack.none')}</span>
  return (
    <ul className={classes.held}>
      {withheld.map((find, index) => (
        <li key={`${String(index)} ${find.kind}`}>
          <div className={classes.small}>{t(`sharing.why.${find.kind}`)}</div>
          <div>
            <del className={classes.kept}>
              {find.kind === 'name' ? <PersonName name={find.text} /> : areShown ? find.text : t('sharing.hidden')}
            </del>{' '}
            <span className={classes.small}>{t('sharing.goesOutAs', { replacement: find.replacement })}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
