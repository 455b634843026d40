import type { ItemAnswer } from '#domain/risk/item-answer.ts'
import { definitionFor } from '#domain/risk/result-of.ts'
import { NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import type { FieldsProps } from '../record/fields-props.ts'
import { Checklist } from './checklist.tsx'
import { blankResult, type EntryMode, modesOf } from './entry-mode.ts'
import classes from './risk.module.css'
import { WordedChecklist } from './worded-checklist.tsx'

type Props = Pick<FieldsProps<'assessment'>, 'value' | 'set' | 'errorOf' | 'idOf'>

function numberOrNull(typed: string | number): number | null {
  return typeof typed === 'number' && Number.isInteger(typed) ? typed : null
}

/** The result in one of the ways that the tool allows; what was entered another way comes back when that is chosen again. */
export function ResultFields({ value, set, errorOf, idOf }: Props) {
  const t = useT()
  const { tool, result } = value
  const definition = definitionFor(value)
  const modes = modesOf(tool, definition)
  const [isWorded, setWorded] = useState(false)
  const [former, setFormer] = useState(result)
  const mode: EntryMode = result.kind === 'answers' ? (isWorded ? 'wording' : 'topics') : result.kind

  function choose(next: EntryMode): void {
    setWorded(next === 'wording')
    const kind = next === 'topics' || next === 'wording' ? 'answers' : next
    if (kind === result.kind) return
    setFormer(result)
    set({ result: former.kind === kind ? former : blankResult(kind) })
  }
  const list = {
    definition,
    answers: result.kind === 'answers' ? result.answers : {},
    onAnswer: (key: string, answer: ItemAnswer) =>
      set({ result: { kind: 'answers', answers: { ...(result.kind === 'answers' ? result.answers : {}), [key]: answer } } }),
    idOf,
    errorOf,
  }
  const hint = definition.answers.includes('possible') ? 'bSafer' : definition.answers.includes('notAnswered') ? 'lap' : 'ynu'
  return (
    <div className={classes.entered}>
      {modes.length < 2 ? null : (
        <SegmentedControl
          size="xs"
          fullWidth
          classNames={{ label: classes.mode }}
          aria-label={t('assess.mode')}
          value={mode}
          data={modes.map((each) => ({ value: each, label: t(`assess.mode.${each}`) }))}
          onChange={(chosen) => choose(modes.find((each) => each === chosen) ?? 'score')}
        />
      )}
      {result.kind === 'score' ? (
        <div className={classes.pair}>
          <NumberInput
            id={idOf('result.score')}
            label={t('assess.score', { least: definition.least, most: definition.most })}
            withAsterisk
            hideControls
            allowDecimal={false}
            value={result.score ?? ''}
            error={errorOf('result.score')}
            onChange={(typed) => set({ result: { ...result, score: numberOrNull(typed) } })}
          />
          <NumberInput
            id={idOf('result.unknowns')}
            label={t('assess.unknowns')}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            value={result.unknowns ?? ''}
            error={errorOf('result.unknowns')}
            onChange={(typed) => set({ result: { ...result, unknowns: numberOrNull(typed) } })}
          />
        </div>
      ) : null}
      {result.kind === 'band' && tool === 'other' ? (
        <TextInput
          id={idOf('result.band')}
          label={t('assess.band')}
          withAsterisk
          value={result.band}
          error={errorOf('result.band')}
          onChange={(event) => set({ result: { kind: 'band', band: event.currentTarget.value } })}
        />
      ) : null}
      {result.kind === 'band' && tool !== 'other' ? (
        <NativeSelect
          id={idOf('result.band')}
          label={t('assess.band')}
          withAsterisk
          value={result.band}
          error={errorOf('result.band')}
          data={[
            { value: '', label: t('assess.band.choose') },
            ...definition.scoring.bands.map(({ band }) => ({ value: band, label: t(`riskBand.${band}`) })),
          ]}
          onChange={(event) => set({ result: { kind: 'band', band: event.currentTarget.value } })}
        />
      ) : null}
      {result.kind === 'answers' ? (
        <>
          <p className={classes.dim}>{t(`assess.keys.${hint}`)}</p>
          {isWorded ? <WordedChecklist tool={tool} {...list} /> : <Checklist {...list} wording={{}} />}
        </>
      ) : null}
    </div>
  )
}
