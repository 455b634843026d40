import { households, sides, type TieDraft, tieRoles } from '#domain/people/tie.ts'
import { knownAnswers } from '#domain/record/known.ts'
import { useT } from '../../../i18n/use-t.ts'
import { ChoiceField } from '../record/choice-field.tsx'
import { WordsField } from '../record/words-field.tsx'
import classes from './people.module.css'

type Props = { readonly value: TieDraft; readonly change: (part: Partial<TieDraft>) => void }

/** Who somebody is in the case, and first of all whether it is safe to talk to them. */
export function TieFields({ value, change }: Props) {
  const t = useT()
  return (
    <fieldset className={classes.group}>
      <legend>{t('people.tie')}</legend>
      <div className={classes.pair}>
        <ChoiceField
          label={t('people.role')}
          value={value.role}
          values={tieRoles}
          wordOf={(each) => t(`people.role.${each}`)}
          onChange={(role) => change({ role })}
        />
        <ChoiceField
          label={t('people.side')}
          value={value.side}
          values={sides}
          wordOf={(each) => t(`people.side.${each}`)}
          onChange={(side) => change({ side })}
        />
        <div className={classes.whole}>
          <ChoiceField
            label={t('people.safe.field')}
            value={value.isSafeToTalkTo}
            values={knownAnswers}
            wordOf={(each) => t(`people.safe.${each}`)}
            onChange={(isSafeToTalkTo) => change({ isSafeToTalkTo })}
          />
        </div>
        <ChoiceField
          label={t('people.livesWith')}
          value={value.livesWith}
          values={households}
          wordOf={(each) => t(`people.livesWith.${each}`)}
          onChange={(livesWith) => change({ livesWith })}
        />
      </div>
      <WordsField label={t('people.tieNote')} rows={1} value={value.note} onChange={(note) => change({ note })} />
    </fieldset>
  )
}
