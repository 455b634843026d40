import type { CaseState } from '../case.ts'
import { nameKey } from '../person.ts'
import type { SearchKind } from './hit.ts'

/** What a typed filter such as `agency:` narrows. */
export type QueryField = 'kind' | 'agency' | 'from' | 'to' | 'state'

/** By which words each is called, in every language of the app at once: a query is not translated when the language is changed. */
const fields: Readonly<Record<string, QueryField>> = {
  kind: 'kind',
  type: 'kind',
  tipo: 'kind',
  agency: 'agency',
  entidad: 'agency',
  from: 'from',
  since: 'from',
  desde: 'from',
  to: 'to',
  until: 'to',
  hasta: 'to',
  state: 'state',
  estado: 'state',
}

const kinds: Readonly<Record<string, SearchKind>> = {
  person: 'person',
  people: 'person',
  persona: 'person',
  personas: 'person',
  case: 'case',
  cases: 'case',
  caso: 'case',
  casos: 'case',
  referral: 'referral',
  referrals: 'referral',
  derivacion: 'referral',
  derivaciones: 'referral',
  entry: 'entry',
  entries: 'entry',
  record: 'entry',
  note: 'entry',
  notes: 'entry',
  nota: 'entry',
  notas: 'entry',
  anotacion: 'entry',
  anotaciones: 'entry',
  action: 'action',
  actions: 'action',
  accion: 'action',
  acciones: 'action',
  meeting: 'meeting',
  meetings: 'meeting',
  reunion: 'meeting',
  reuniones: 'meeting',
  agency: 'agency',
  agencies: 'agency',
  entidad: 'agency',
  entidades: 'agency',
}

const states: Readonly<Record<string, CaseState>> = {
  waiting: 'waiting',
  espera: 'waiting',
  listed: 'listed',
  convocado: 'listed',
  monitoring: 'monitoring',
  seguimiento: 'monitoring',
  closed: 'closed',
  cerrado: 'closed',
}

const own = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | null => {
  const key = nameKey(word)
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}

/** The filter that a word before a colon names; null for any other word. */
export const fieldNamed = (word: string): QueryField | null => own(fields, word)
export const kindNamed = (word: string): SearchKind | null => own(kinds, word)
export const stateNamed = (word: string): CaseState | null => own(states, word)
