import { levelsFrom, type RiskLevel } from '#domain/risk/risk-level.ts'
import { NativeSelect } from '@mantine/core'
import { useT } from '../../../i18n/use-t.ts'
import type { FieldsProps } from '../record/fields-props.ts'
import { WordsField } from '../record/words-field.tsx'

type Props = Pick<FieldsProps<'assessment'>, 'value' | 'set' | 'errorOf' | 'idOf'> & { readonly floor: RiskLevel }

/** What professionals hold beyond the tool: only levels that are not below it can be chosen, and a reason is needed. */
export function JudgementFields({ value, set, errorOf, idOf, floor }: Props) {
  const t = useT()
  const { judgement, tool } = value
  const offered = levelsFrom(floor)
  // One chosen before an answer raised the floor still shows, with what is wrong with it.
  const shown = judgement === null || offered.includes(judgement.level) ? offered : [judgement.level, ...offered]
  return (
    <>
      <NativeSelect
        id={idOf('judgement.level')}
        label={t('assess.judgement')}
        description={t(tool === 'lap' || tool === 'daLe' ? 'assess.judgement.lap' : 'assess.judgement.hint')}
        value={judgement?.level ?? ''}
        error={errorOf('judgement.level')}
        data={[
          { value: '', label: t('assess.judgement.none') },
          ...shown.map((level) => ({ value: level, label: t(`danger.level.${level}`) })),
        ]}
        onChange={(event) => {
          const level = shown.find((each) => each === event.currentTarget.value)
          set({ judgement: level === undefined ? null : { level, reason: judgement?.reason ?? '' } })
        }}
      />
      {judgement === null ? null : (
        <WordsField
          id={idOf('judgement.reason')}
          label={t('assess.reason')}
          isRequired
          value={judgement.reason}
          error={errorOf('judgement.reason')}
          onChange={(reason) => set({ judgement: { ...judgement, reason } })}
        />
      )}
    </>
  )
}
