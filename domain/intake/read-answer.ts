import type { askedAnswers } from '../record/voice.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'
import { readFlag } from './read-flag.ts'

type Answer = (typeof askedAnswers)[number]

/** `nothing`: the cell says nothing. `unclear`: it says something that is no answer. `rest`: what stands beside the answer. */
export type AnswerRead =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly rest: string }
  | { readonly kind: 'unclear' }

const notSafe = /\bnot safe\b|\bunsafe\b|\btoo (?:dangerous|risky)\b|\bno (?:es |era |fue )?segur[oa]\b|\bpeligros[oa]\b/iu
/** The answer and no more: nothing that would be lost with it. */
const notSafeAlone =
  /^(?:no[,;]? )?(?:it (?:is|was) )?(?:not safe|unsafe|no (?:es |era )?segur[oa])(?: to (?:ask|tell|say|inform|raise)| preguntar| decir)?(?: her)?(?: yet)?[.!]?$/iu
const beginsWithAnswer = /^(?<word>yes|no|si|sí|y|n)\b(?<rest>(?=\s*[\s,;:.–—(/-]).*)$/isu

/** An answer to a question put to her, or about him: `Y`, `No`, `Yes - by the IDVA`, `not safe to ask`, `unknown`. Never guessed. */
export function readAskedAnswer(cell: string): AnswerRead {
  const text = oneLine(cell)
  if (saysNothing(text)) return { kind: 'nothing' }
  if (saysUnknown(text)) return { kind: 'answer', answer: 'unknown', rest: '' }
  const flag = readFlag(text)
  if (flag !== null) return { kind: 'answer', answer: flag ? 'yes' : 'no', rest: '' }
  if (notSafe.test(text)) return { kind: 'answer', answer: 'notSafe', rest: notSafeAlone.test(text) ? '' : text }
  const found = beginsWithAnswer.exec(text)?.groups
  if (!found) return { kind: 'unclear' }
  const word = (found['word'] ?? '').toLowerCase()
  return { kind: 'answer', answer: word.startsWith('n') ? 'no' : 'yes', rest: (found['rest'] ?? '').replace(/^[\s,;:.–—/-]+/u, '') }
}
