import type { IsoDate } from '../dates.ts'
import { entriesOf, type Entry, type EntryContent } from '../record/entry.ts'
import { newestOf } from '../record/newest.ts'
import type { Note } from '../record/note.ts'
import type { Voice } from '../record/voice.ts'
import { linkFields, needFields, type RecordField } from './record-fields.ts'

const longestNote = 8000

/** What she said before still holds where the row says nothing of it: the newest entry alone is what is shown. */
function carriedOn(said: Voice, before: Voice | null): Voice {
  if (before === null || before.on > said.on) return said
  const text = (field: 'wants' | 'fears' | 'toldBy' | 'toldHow' | 'feedback' | 'codeWord') =>
    said[field] === '' ? before[field] : said[field]
  return {
    ...said,
    wasAsked: said.wasAsked === 'unknown' ? before.wasAsked : said.wasAsked,
    knowsOfMeeting: said.knowsOfMeeting === 'unknown' ? before.knowsOfMeeting : said.knowsOfMeeting,
    agreed: said.agreed === 'unknown' ? before.agreed : said.agreed,
    wants: text('wants'),
    fears: text('fears'),
    toldBy: text('toldBy'),
    toldHow: text('toldHow'),
    feedback: text('feedback'),
    codeWord: text('codeWord'),
  }
}

const isSame = (one: EntryContent, other: EntryContent) => JSON.stringify(one) === JSON.stringify(other)

function fieldOfNeed(domain: string): RecordField {
  return (Object.keys(needFields) as (keyof typeof needFields)[]).find((field) => needFields[field] === domain) ?? 'needs'
}

function fieldOfLink(link: string): RecordField | null {
  return (Object.keys(linkFields) as (keyof typeof linkFields)[]).find((field) => linkFields[field].link === link) ?? null
}

/** What becomes of one entry: it is new (as it is to be written), it is there already, or something else stands where it belongs. */
function judged(content: EntryContent, there: readonly Entry[]): EntryContent | 'there' | RecordField {
  switch (content.kind) {
    case 'voice': {
      const before = newestOf(there, 'voice')?.content ?? null
      const carried = carriedOn(content, before)
      return before !== null && isSame(carried, { ...before, on: carried.on }) ? 'there' : carried
    }
    case 'awareness': {
      const before = newestOf(there, 'awareness')?.content
      return before?.heKnows === content.heKnows && (content.note === '' || before.note === content.note) ? 'there' : content
    }
    case 'need': {
      const before = entriesOf(there, 'need').find((entry) => entry.content.domain === content.domain)?.content
      if (!before) return content
      return before.state === content.state && (content.note === '' || before.note.includes(content.note))
        ? 'there'
        : fieldOfNeed(content.domain)
    }
    case 'chainLink': {
      const same = entriesOf(there, 'chainLink').filter(
        ({ content: { link, on, state } }) => link === content.link && (content.on === null ? state === content.state : on === content.on),
      )
      if (same.length === 0) return content
      const isSaid = content.note === '' || same.some((entry) => entry.content.note.includes(content.note))
      return isSaid ? 'there' : (fieldOfLink(content.link) ?? content)
    }
    case 'measure':
      return entriesOf(there, 'measure').some((entry) => isSame({ ...entry.content, heldBy: null, violations: [] }, content))
        ? 'there'
        : content
    case 'incident':
    case 'contactPoint':
    case 'assessment':
    case 'vote':
    case 'note':
      return there.some((entry) => isSame(entry.content, content)) ? 'there' : content
  }
}

/** Which of a row's entries are new beside the record of the case, and the fields of those in whose place something else stands. */
export function newEntries(
  said: readonly EntryContent[],
  there: readonly Entry[],
): { readonly fresh: readonly EntryContent[]; readonly left: readonly RecordField[] } {
  const fresh: EntryContent[] = []
  const left: RecordField[] = []
  for (const content of said) {
    const judgement = judged(content, there)
    if (judgement === 'there') continue
    if (typeof judgement === 'string') left.push(judgement)
    else fresh.push(judgement)
  }
  return { fresh, left }
}

/** Lines to be kept as notes, as few and as long as notes may be; those that stand in the record already are not kept again. */
export function keptNotes(lines: readonly string[], on: IsoDate, there: readonly Entry[]): readonly Note[] {
  const known = new Set(entriesOf(there, 'note').flatMap(({ content }) => content.text.split('\n')))
  const isThere = (line: string) => line.split('\n').every((part) => known.has(part))
  const notes: string[] = []
  for (const line of lines.filter((each) => !isThere(each)))
    for (let at = 0; at < line.length; at += longestNote) {
      const part = line.slice(at, at + longestNote)
      const last = notes.at(-1)
      if (last === undefined || last.length + part.length + 1 > longestNote) notes.push(part)
      else notes[notes.length - 1] = `${last}\n${part}`
    }
  return notes
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'note', on, text }))
}
