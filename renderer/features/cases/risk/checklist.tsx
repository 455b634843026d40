import { type RiskDefinition, type Slot, slotsOf } from '#domain/risk/definition.ts'
import type { Answers, ItemAnswer } from '#domain/risk/item-answer.ts'
import type { KeyboardEvent } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import classes from './risk.module.css'

type Props = {
  readonly definition: RiskDefinition
  readonly answers: Answers
  readonly onAnswer: (key: string, answer: ItemAnswer) => void
  /** The team's own wording by topic; empty where our labels are shown. */
  readonly wording: Readonly<Record<string, string>>
  readonly idOf: (path: string) => string
  readonly errorOf: (path: string) => string | null
}

/** The keys that answer an item, `s` for the Spanish yes as well. */
const keysOf: Readonly<Record<string, readonly ItemAnswer[]>> = {
  y: ['yes'],
  s: ['yes'],
  n: ['no'],
  u: ['unknown', 'notAnswered'],
  p: ['possible'],
}

/** The items of a tool, each answered by one key; the focus then goes on to the next. */
export function Checklist({ definition, answers, onAnswer, wording, idOf, errorOf }: Props) {
  const t = useT()
  const slots = slotsOf(definition)
  const radioId = (slot: Slot, answer: ItemAnswer) => idOf(`answers.${slot.key}.${answer}`)

  function onKeyDown(event: KeyboardEvent, slot: Slot): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const answer = definition.answers.find((each) => keysOf[event.key.toLowerCase()]?.includes(each))
    if (answer === undefined) return
    event.preventDefault()
    onAnswer(slot.key, answer)
    const next = slots[slots.indexOf(slot) + 1] ?? slot
    const chosen = next === slot ? answer : (answers[next.key] ?? definition.answers[0])
    if (chosen !== undefined) document.getElementById(radioId(next, chosen))?.focus()
  }

  function labelOf({ item, occasion }: Slot): string {
    const topic = wording[item.topic] ?? t(`riskTopic.${item.topic}`)
    return t('assess.item', { number: item.number, topic: occasion === null ? topic : t(`assess.occasion.${occasion}`, { topic }) })
  }

  return (
    <ol className={classes.items}>
      {slots.map((slot) => (
        <li key={slot.key}>
          <fieldset className={classes.item} data-answered={answers[slot.key] !== undefined}>
            <legend>{labelOf(slot)}</legend>
            <div className={classes.choices}>
              {definition.answers.map((answer) => (
                <label key={answer} className={classes.choice}>
                  <input
                    type="radio"
                    id={radioId(slot, answer)}
                    name={idOf(`answers.${slot.key}`)}
                    checked={answers[slot.key] === answer}
                    onChange={() => onAnswer(slot.key, answer)}
                    onKeyDown={(event) => onKeyDown(event, slot)}
                  />
                  {t(`riskAnswer.${answer}`)}
                </label>
              ))}
            </div>
            {errorOf(`result.answers.${slot.key}`) === null ? null : (
              <p role="alert" className={classes.warning}>
                {errorOf(`result.answers.${slot.key}`)}
              </p>
            )}
          </fieldset>
        </li>
      ))}
    </ol>
  )
}
