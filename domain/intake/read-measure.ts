import type { IsoDate } from '../dates.ts'
import type { Measure } from '../record/measure.ts'
import type { RowProblem } from './row-problem.ts'
import { type DaysOptions, readDays } from './read-days.ts'

export type MeasureRead =
  | { readonly kind: 'nothing' | 'unclear' }
  | ({ readonly kind: 'measure' } & Pick<Measure, 'state' | 'from' | 'until' | 'conditions'>)
  | { readonly kind: 'refused'; readonly code: RowProblem['code']; readonly suggestions: readonly string[] }

const denied = /\b(?:not|no|never|refused|declined|without|sin|denegad[oa]|rechazad[oa])\b/iu
const proposed = /\b(?:proposed|requested|applied|recommended|considered|planned|pending|awaiting|solicitad[oa]|propuest[oa]|pendiente)\b/iu
const ended = /\b(?:ended|expired|finished|completed|lifted|revoked|terminad[oa]|finalizad[oa]|vencid[oa]|levantad[oa])\b/iu
const inForce =
  /\b(?:in force|in place|active|current|ordered|issued|granted|imposed|fitted|worn|surrendered|seized|attending|enrolled|subject to|on (?:bail|tag|gps|probation|licence|license|parole)|vigente|activ[oa]|impuest[oa]|entregad[oa]|incautad[oa]|asiste)\b/iu

/** What the words say of the state of a measure; null where they say nothing certain. */
function stateOf(words: string): Measure['state'] | null {
  const said = [proposed.test(words) ? 'proposed' : null, ended.test(words) ? 'ended' : null, inForce.test(words) ? 'inForce' : null]
  const states = said.filter((state) => state !== null) as readonly Measure['state'][]
  return denied.test(words) || states.length !== 1 ? null : (states[0] ?? null)
}

/** By its days alone: what ends before today has ended, what begins after it is proposed. */
function stateByDays(from: IsoDate | null, until: IsoDate | null, today: IsoDate): Measure['state'] {
  if (until !== null && until < today) return 'ended'
  return from !== null && from > today ? 'proposed' : 'inForce'
}

/** A measure towards the perpetrator as a column says it: `yes`, `from 3/11/26 until 3/5/27`, `GPS requested`. `no` is nothing; what is not certain is unclear. */
export function readMeasure(cell: string, options: DaysOptions): MeasureRead {
  const read = readDays(cell, options)
  switch (read.kind) {
    case 'nothing':
    case 'refused':
      return read
    case 'flag':
      return read.isYes ? { kind: 'measure', state: 'inForce', from: null, until: null, conditions: '' } : { kind: 'nothing' }
    case 'words': {
      if (/^(?:none|never|ninguna?|no hay)\b/iu.test(read.text) && read.text.length < 20) return { kind: 'nothing' }
      const state = stateOf(read.text)
      return state === null || read.text.length > 1000
        ? { kind: 'unclear' }
        : { kind: 'measure', state, from: null, until: null, conditions: read.text }
    }
    case 'days': {
      const { days } = read
      const ends = days.filter(({ isEnd }) => isEnd)
      const begins = days.filter(({ isEnd }) => !isEnd)
      const [from, until] = [begins[0]?.date ?? null, ends[0]?.date ?? null]
      if (ends.length > 1 || begins.length > 1 || (from !== null && until !== null && until < from)) return { kind: 'unclear' }
      const state = read.rest === '' ? stateByDays(from, until, options.today) : stateOf(read.rest)
      const isSaid = state !== null && read.rest.length <= 1000
      return isSaid ? { kind: 'measure', state, from, until, conditions: read.rest } : { kind: 'unclear' }
    }
  }
}
