import type { SafeContact } from '../safe-contact.ts'
import { withSafeWords } from './gain.ts'

/** How much each way leaves open: the less, the more cautious. */
const openness = { doNotContact: 0, onlyThrough: 1, direct: 2 } as const satisfies Record<SafeContact['kind'], number>

/** "Do not contact" without a word is what a form says by default: nobody has said anything yet. */
const isUnsaid = (contact: SafeContact) => contact.kind === 'doNotContact' && contact.note === ''

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

/** What of a way may be widened by a gap only: a time where none was said, and never a message where one of both said no. */
function narrowed(holds: SafeContact, other: SafeContact): SafeContact {
  if (holds.kind !== 'direct' || other.kind !== 'direct') return holds
  const isSameWay = holds.how === other.how
  return {
    ...holds,
    when: holds.when === '' && isSameWay ? other.when : holds.when,
    mayLeaveMessage: holds.mayLeaveMessage && other.mayLeaveMessage,
  }
}

/** Whether all that a way says stands in another. */
function isSaidIn(contact: SafeContact, other: SafeContact): boolean {
  const there = new Set(linesOf(other.note))
  return (
    JSON.stringify({ ...contact, note: '' }) === JSON.stringify({ ...other, note: '' }) &&
    linesOf(contact.note).every((line) => there.has(line))
  )
}

/**
 * How she may be reached once somebody says it anew: the more cautious of both holds, with the words of both beside it (domain.md R5). `left` is what is
 * then no longer said there, to be kept elsewhere.
 */
export function moreCautious(
  stands: SafeContact,
  said: SafeContact,
): { readonly contact: SafeContact; readonly left: readonly SafeContact[] } {
  if (isUnsaid(said)) return { contact: stands, left: [] }
  if (isUnsaid(stands)) return { contact: said, left: [] }
  const [holds, other] = openness[said.kind] < openness[stands.kind] ? [said, stands] : [stands, said]
  const contact = narrowed(withSafeWords(holds, other.note) ?? holds, other)
  return { contact, left: [stands, said].filter((each) => !isSaidIn(each, contact)) }
}
