import type { IsoDate } from '../dates.ts'
import type { LinkState } from '../record/chain-link.ts'
import type { RowProblem } from './row-problem.ts'
import { type DaysOptions, readDays } from './read-days.ts'

export type LinkRead =
  | { readonly kind: 'nothing' | 'unclear' }
  | { readonly kind: 'link'; readonly state: LinkState; readonly on: IsoDate | null; readonly note: string }
  | { readonly kind: 'refused'; readonly code: RowProblem['code']; readonly suggestions: readonly string[] }

const waits =
  /^(?:is |still )?(?:pending|awaited|awaiting|waiting|outstanding|wanted|requested|applied|not yet|to be set|pendiente|en espera|solicitad[oa]|a[uú]n no)\b/iu
const never =
  /^(?:none|never|not (?:arrested|charged|released|applicable)|no (?:arrest|charge|order|hearing|further action)s?|nfa|ninguna?|no hay|sin )/iu

/** A link of the chain as a column says it: its day, that it happened, that it is awaited; `none` and `not arrested` are nothing. */
export function readLink(cell: string, mayBeAhead: boolean, options: DaysOptions): LinkRead {
  const read = readDays(cell, options)
  switch (read.kind) {
    case 'nothing':
      return read
    case 'flag':
      // That an order ends says nothing without its day.
      if (!read.isYes) return { kind: 'nothing' }
      return mayBeAhead ? { kind: 'unclear' } : { kind: 'link', state: 'done', on: null, note: '' }
    case 'refused':
      return read
    case 'words':
      if (never.test(read.text)) return { kind: 'nothing' }
      return waits.test(read.text)
        ? { kind: 'link', state: 'waiting', on: null, note: read.text.length > 40 ? read.text : '' }
        : { kind: 'unclear' }
    case 'days': {
      const [first] = read.days
      if (first === undefined || read.days.length > 1) return { kind: 'unclear' }
      if (first.date > options.today && !mayBeAhead) return { kind: 'refused', code: 'futureDate', suggestions: [] }
      return { kind: 'link', state: first.date > options.today ? 'planned' : 'done', on: first.date, note: read.rest }
    }
  }
}
