import { assertNever } from '#domain/assert-never.ts'
import type { EntryContent } from '#domain/record/entry.ts'

/** The free words of an entry, in the order in which its form asks for them; what is empty is left out. */
export function entryTexts(content: EntryContent): readonly string[] {
  return textsOf(content).filter((text) => text.trim() !== '')
}

function textsOf(content: EntryContent): readonly string[] {
  switch (content.kind) {
    case 'voice':
      return [content.wants, content.fears, content.toldBy, content.toldHow, content.feedback]
    case 'contactPoint':
      return [content.often, content.note]
    case 'chainLink':
    case 'need':
    case 'incident':
    case 'awareness':
    case 'vote':
      return [content.note]
    case 'measure':
      return [content.conditions, ...content.violations.flatMap(({ what, answer }) => [what, answer])]
    case 'assessment':
      return [content.judgement?.reason ?? '', content.response]
    case 'note':
      return [content.text]
    default:
      return assertNever(content)
  }
}
