import { AgencyDraft } from '../agency.ts'
import type { AgencyField } from './agency-patterns.ts'
import type { AgencyValues } from './agency-columns.ts'
import { oneLine, saysNothing, saysUnknown } from './plain-text.ts'
import { readFlag } from './read-flag.ts'
import { isFormula } from './read-person.ts'
import { problemsOf, type RowNote, type RowProblem } from './row-problem.ts'
import { findSector } from './sector-words.ts'

export type AgencyRowRead =
  | { readonly kind: 'draft'; readonly draft: AgencyDraft; readonly notes: readonly RowNote<AgencyField>[] }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem<AgencyField>[]; readonly notes: readonly RowNote<AgencyField>[] }

const email = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u
const coreWords = /^(?:core|statutory|permanent|full|member|nucleo|núcleo)\b/iu
const notCoreWords = /^(?:non[\s-]?core|associate|affiliate|occasional|observer|guest|invited|ad hoc|optional|partner)\b/iu

/** Reads one row of a list of agencies. The sector comes from its column, else from the agency's name, else it is `other`; the last two with a note. */
export function readAgencyRow(values: AgencyValues, columns: Readonly<Partial<Record<AgencyField, string>>>): AgencyRowRead {
  const { problems, add } = problemsOf(values, columns)
  const notes: RowNote<AgencyField>[] = []
  const text = (field: AgencyField, most: number): string => {
    const said = oneLine(values[field])
    if (saysNothing(said) || saysUnknown(said)) return ''
    if (said.length > most) add(field, 'tooLong', { expected: { most } })
    return said
  }
  const address = (field: 'email' | 'representativeEmail' | 'deputyEmail'): string => {
    const said = text(field, 200)
      .replace(/^mailto:/iu, '')
      .replace(/^.*<(?<inside>[^<>]+)>$/u, '$<inside>')
    if (said !== '' && !email.test(said)) add(field, 'notAnEmail')
    return said
  }

  const name = text('name', 120)
  if (name === '') add('name', 'required')
  else if (isFormula(name) || !/\p{L}/u.test(name)) add('name', 'notAName')

  const written = text('sector', 200)
  const said = written === '' ? null : findSector(written)
  const guessed = said ?? findSector(name)
  if (said === null && name !== '')
    notes.push({ field: 'sector', code: guessed === null ? 'sectorMissing' : 'sectorGuessed', value: written })

  const core = oneLine(values.core)
  const isCore = notCoreWords.test(core) ? false : coreWords.test(core) ? true : readFlag(core)
  if (isCore === null && !saysUnknown(core)) add('core', 'notYesOrNo')

  const people = [
    { name: text('representative', 120), role: 'representative' as const, email: address('representativeEmail'), phone: '' },
    { name: text('deputy', 120), role: 'deputy' as const, email: address('deputyEmail'), phone: '' },
  ].map((person) => (person.name === '' && person.email !== '' ? { ...person, name: person.email } : person))
  const draft = {
    name,
    sector: guessed ?? 'other',
    isCore: isCore ?? false,
    email: address('email'),
    phone: text('phone', 60),
    people: people.filter((person) => person.name !== ''),
  }
  if (problems.length > 0) return { kind: 'refused', problems, notes }
  return { kind: 'draft', draft: AgencyDraft.parse(draft), notes }
}
