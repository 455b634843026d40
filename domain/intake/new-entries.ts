import type { IsoDate } from '../dates.ts'
import { entriesOf, type Entry, type EntryContent, withoutPrivileged } from '../record/entry.ts'
import { isOneSource } from '../record/held-voice.ts'
import { newestOf } from '../record/newest.ts'
import type { Note } from '../record/note.ts'
import type { Provenance } from '../record/provenance.ts'
import type { Voice } from '../record/voice.ts'
import { linkFields, needFields, type RecordField } from './record-fields.ts'

const longestNote = 8000

/**
 * The words that the same source gave before still hold where its row leaves them open. Nothing is carried on of what another agency said, or of what was
 * said in confidence elsewhere, and no answer: that she was asked then does not say that she was asked now (see `heldVoice`).
 */
function carriedOn(said: Voice, before: Voice | null): Voice {
  if (before === null || before.on > said.on) return said
  const words = (field: 'wants' | 'fears' | 'feedback' | 'codeWord') => (said[field] === '' ? before[field] : said[field])
  return { ...said, wants: words('wants'), fears: words('fears'), feedback: words('feedback'), codeWord: words('codeWord') }
}

/** True where an entry says nothing that the same source has not said before. */
function saysNothingNew(said: Voice, before: Voice | null): boolean {
  if (before === null || before.on > said.on) return false
  const isOpen = (value: string) => value === '' || value === 'unknown'
  const { kind: _kind, on: _on, ...parts } = said
  return (Object.keys(parts) as (keyof typeof parts)[]).every((part) => isOpen(said[part]) || said[part] === before[part])
}

const isSame = (one: EntryContent, other: EntryContent) => JSON.stringify(one) === JSON.stringify(other)

function fieldOfNeed(domain: string): RecordField {
  return (Object.keys(needFields) as (keyof typeof needFields)[]).find((field) => needFields[field] === domain) ?? 'needs'
}

function fieldOfLink(link: string): RecordField | null {
  return (Object.keys(linkFields) as (keyof typeof linkFields)[]).find((field) => linkFields[field].link === link) ?? null
}

/** What becomes of one entry: it is new (as it is to be written), it is there already, or something else stands where it belongs. */
function judged(content: EntryContent, all: readonly Entry[], source: Provenance): EntryContent | 'there' | RecordField {
  // What is known in confidence alone has not been said to the team: said openly, it is new.
  const there = source.isPrivileged ? all : withoutPrivileged(all)
  switch (content.kind) {
    case 'voice': {
      const own = all.filter(({ provenance }) => isOneSource(provenance, source))
      const before = newestOf(own, 'voice')?.content ?? null
      return saysNothingNew(content, before) ? 'there' : carriedOn(content, before)
    }
    case 'awareness': {
      const before = newestOf(there, 'awareness')?.content
      return before?.heKnows === content.heKnows && (content.note === '' || before.note === content.note) ? 'there' : content
    }
    case 'need': {
      const before = entriesOf(there, 'need').find((entry) => entry.content.domain === content.domain)?.content
      // A domain has one need: beside one that is told in confidence, it is kept as words.
      if (!before)
        return entriesOf(all, 'need').some((entry) => entry.content.domain === content.domain) ? fieldOfNeed(content.domain) : content
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

/**
 * Which of a row's entries are new beside the record of the case, and the fields of those in whose place something else stands. `source` is who said them.
 */
export function newEntries(
  said: readonly EntryContent[],
  there: readonly Entry[],
  source: Provenance,
): { readonly fresh: readonly EntryContent[]; readonly left: readonly RecordField[] } {
  const fresh: EntryContent[] = []
  const left: RecordField[] = []
  for (const content of said) {
    const judgement = judged(content, there, source)
    if (judgement === 'there') continue
    if (typeof judgement === 'string') left.push(judgement)
    else fresh.push(judgement)
  }
  return { fresh, left }
}

/**
 * Lines to be kept as notes, as few and as long as notes may be; those that stand in the record already are not kept again, unless they stand there in
 * confidence and are now said openly.
 */
export function keptNotes(lines: readonly string[], on: IsoDate, there: readonly Entry[], source: Provenance): readonly Note[] {
  const notesThere = entriesOf(there, 'note').filter(({ provenance }) => source.isPrivileged || !provenance.isPrivileged)
  const known = new Set(notesThere.flatMap(({ content }) => content.text.split('\n')))
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
