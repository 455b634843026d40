import { equalityTopics } from '#domain/people/asked.ts'
import { TextInput } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import { ChoiceField } from '../record/choice-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import classes from './people.module.css'

const kinds = ['notAsked', 'declined', 'answer'] as const

/** What the person says of themselves; not asked is an answer of its own, and what stands there until somebody asks. */
export function EqualityFields({ value: { equality }, change }: FieldsProps) {
  const t = useT()
  return (
    <fieldset className={classes.group}>
      <legend>{t('people.equality')}</legend>
      <p className={classes.dim}>{t('people.equality.hint')}</p>
      {equalityTopics.map((topic) => {
        const said = equality[topic]
        const set = (part: Partial<typeof said>) => change({ equality: { ...equality, [topic]: { ...said, ...part } } })
        return (
          <div key={topic} className={classes.pair}>
            <ChoiceField
              label={t(`people.equality.${topic}`)}
              value={said.kind}
              values={kinds}
              wordOf={(each) => t(`people.asked.${each}`)}
              onChange={(kind) => set({ kind })}
            />
            {said.kind === 'answer' ? (
              <TextInput
                label={t('people.asked.text', { topic: t(`people.equality.${topic}`) })}
                autoComplete="off"
                maxLength={120}
                value={said.text}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
